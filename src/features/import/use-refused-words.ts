import { useWords } from '#i18n/use-words.ts';
import type { RefusedWords } from './checked-file.ts';

/** Why rows stay out, as the file that is given back says it. */
export function useRefusedWords(): RefusedWords {
  const t = useWords('import');
  return {
    heading: t('refused.heading'),
    why: {
      people: t('refused.people'),
      story: t('refused.story'),
      shelter: t('refused.shelter'),
      'no-name': t('refused.no-name'),
      twice: t('refused.twice'),
      'too-many-cells': t('refused.too-many-cells'),
      'no-organiser': t('refused.no-organiser'),
      'unsure-organiser': t('refused.unsure-organiser'),
      'no-time': t('refused.no-time'),
      unreadable: t('refused.unreadable'),
    },
  };
}

const ending = /\.[a-z]{2,4}$/i;

/** `halls.csv` → `halls - not imported.csv`, in the language shown. */
export function useRefusedName(): (fileName: string) => string {
  const t = useWords('import');
  return (fileName) => `${t('refused.file', { name: fileName.replace(ending, '') })}.csv`;
}
