import type { Failure } from '#base/result.ts';
import { useWords } from './use-words.ts';

/** The sentence a person reads for an expected failure; its `kind` is the key in `errors`. */
export function useFailureWords(): (failure: Failure) => string {
  const t = useWords('errors');
  return ({ kind, detail }) => t.find(kind, detail) ?? t('unexpected');
}
