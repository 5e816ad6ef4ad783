import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';

const ofBooks = [
  'book-newer',
  'book-broken',
  'book-cut',
  'book-too-big',
  'already-here',
  'wrong-passphrase',
  'wrong-sheet',
  'book-without-words',
] as const;

/** What only books can fail with is said in words of this page: a start need not carry them. */
export function useBookFailureWords(): (failure: Failure) => string {
  const t = useWords('share');
  const common = useFailureWords();
  return (failure) => {
    const own = ofBooks.find((kind) => kind === failure.kind);
    return own ? t(`failed.${own}`) : common(failure);
  };
}
