import { useMemo } from 'react';
import { createFormats, type Formats } from './formats.ts';
import { useLocale } from './shown-locale.ts';
import { useWords } from './use-words.ts';

/** Numbers, distances, days and ages in the language shown: `formats.distance(612)`. */
export function useFormats(): Formats {
  const locale = useLocale();
  const t = useWords('common');
  return useMemo(() => createFormats(locale, t, () => new Date()), [locale, t]);
}
