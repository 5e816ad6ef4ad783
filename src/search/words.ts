import { wordsOf } from '#base/fold.ts';

const mostOfQuery = 240;
const mostTerms = 10;

/** What a person typed as at most ten words, each once. */
export const termsOf = (typed: string): string[] =>
  [...new Set(wordsOf(typed.slice(0, mostOfQuery)))].slice(0, mostTerms);
