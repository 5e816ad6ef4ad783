import { cutText } from '#base/cut-text.ts';
import type { JsonObject } from '#base/json.ts';

const answers: readonly (readonly [wheelchair: string, RegExp])[] = [
  ['yes', /^(?:y|yes|true|1|full|fully|(?:fully )?accessible|ydy|oes|ie)$/i],
  ['limited', /^(?:limited|partial|partially|partly|some|ground floor(?: only)?|rhannol)$/i],
  ['no', /^(?:n|no|none|false|0|not accessible|na|nac ydy|nac oes)$/i],
];

/** An answer stands alone or before a mark: "No steps" and "1 step" are none. */
const answerIn = (said: string): string => said.split(/[,.;:(–—]|\s-\s/)[0]?.trim() ?? '';

export const accessWordsMost = 300;

/** What is not plainly an answer is kept in its own words: somebody relies on it at a door. */
export function accessIn(said: string): JsonObject | undefined {
  if (said === '') return undefined;
  const answer = answerIn(said);
  const [wheelchair] = answers.find(([, is]) => is.test(answer)) ?? [];
  const isWhole = said.replace(/\W+$/, '') === answer;
  return {
    ...(wheelchair ? { wheelchair } : {}),
    ...(wheelchair && isWhole ? {} : { detail: cutText(said, accessWordsMost) }),
  };
}
