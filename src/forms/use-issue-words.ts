import { useWords } from '#i18n/use-words.ts';

/** The sentence for a message key; a key nobody knows still says that something is to be done. */
export function useIssueWords(): (message: string | undefined) => string | undefined {
  const t = useWords('errors');
  return (message) => (message === undefined ? undefined : (t.find(message) ?? t('not-right')));
}
