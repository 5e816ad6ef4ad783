import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';

/** Why something about people was not done, each with the next step. */
export function usePeopleFailureWords(): (failure: Failure) => string {
  const t = useWords('people');
  const sharing = useWords('sharing');
  const common = useFailureWords();
  return (failure) =>
    t.find(`failed.${failure.kind}`, failure.detail) ??
    sharing.find(`failed.${failure.kind}`, failure.detail) ??
    common(failure);
}
