import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';

/** What sharing can fail with, each with the next step; the rest is in everybody's words. */
export function useSharingFailureWords(): (failure: Failure) => string {
  const t = useWords('sharing');
  const common = useFailureWords();
  return (failure) =>
    t.find(`failed.${failure.kind}`, failure.detail) ??
    t.find(`why.${failure.kind}`, failure.detail) ??
    common(failure);
}
