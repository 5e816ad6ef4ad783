import type { Json } from '#base/json.ts';
import { type ShareLevel, shareLevels, shareRank } from '../sharing/level.ts';
import type { MergeKind } from './field.ts';
import { kindOf } from './kinds.ts';

export interface MergeRule {
  readonly merge: MergeKind;
  /** For restrictive fields: the higher, the stricter. An absent value ranks 0. */
  readonly rank?: (value: Json) => number;
}

const isShareLevel = (value: Json): value is ShareLevel =>
  typeof value === 'string' && (shareLevels as readonly string[]).includes(value);

const shareStrictness = (value: Json): number =>
  isShareLevel(value) ? shareLevels.length - shareRank(value) : 0;
const setIsStricter = (value: Json): number => (value === null || value === false ? 0 : 1);

/** How each field of a kind is merged; fields of an unknown kind are never edited here. */
export function mergeRulesOf(type: string): Readonly<Record<string, MergeRule>> {
  const fields = kindOf(type)?.fields ?? {};
  return Object.fromEntries(
    Object.entries(fields).map(([key, { merge }]) => {
      if (merge !== 'restrictive') return [key, { merge }];
      return [key, { merge, rank: key === 'share' ? shareStrictness : setIsStricter }];
    }),
  );
}
