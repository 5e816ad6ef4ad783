import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';

/** Why one is not in, each with the next step. */
export function useJoinFailureWords(): (failure: Failure) => string {
  const t = useWords('sharing');
  const common = useFailureWords();
  return (failure) =>
    t.find(`failed.${failure.kind}`, failure.detail) ??
    t.find(`why.${failure.kind}`, failure.detail) ??
    common(failure);
}
