import { useMemo } from 'react';
import type { TypeWords } from '#domain/taxonomy/guess-type.ts';
import { assetTypes, catalogueKey } from '#domain/taxonomy/types.ts';
import { useLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Words } from '#i18n/words.ts';

const collected = (t: Words<'taxonomy'>): TypeWords['types'] =>
  Object.fromEntries(
    assetTypes.map(({ id }) => {
      const key = catalogueKey(id);
      const label = t.find(`types.${key}.label`) ?? '';
      return [key, { label, synonyms: t.find(`types.${key}.synonyms`) ?? '' }];
    }),
  );

/** The words by which a type is guessed, in the language shown. */
export function useTypeWords(): TypeWords {
  const t = useWords('taxonomy');
  const namesFirst = useLocale().base === 'cy';
  return useMemo(() => ({ namesFirst, types: collected(t) }), [namesFirst, t]);
}
