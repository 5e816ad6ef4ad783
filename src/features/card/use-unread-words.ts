import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';

/** The sentence for what cannot be read: nobody was saving, so the words for a save are not true. */
export function useUnreadWords(): (failure: Failure) => string {
  const t = useWords('card');
  const say = useFailureWords();
  return (failure) => {
    if (failure.kind === 'disk-full') return t('unread.full');
    return failure.kind === 'storage-lost' ? t('unread.lost') : say(failure);
  };
}
