import * as v from 'valibot';
import type { MergeRule } from './rule.ts';

/** A number that only rises, such as the highest version used. */
export type CeilingField = { readonly m: 'ceiling'; readonly n: number };

export const ceiling: MergeRule<CeilingField> = {
  schema: v.strictObject({ m: v.literal('ceiling'), n: v.number() }),
  join: (a, b) => ({ m: 'ceiling', n: Math.max(a.n, b.n) }),
  read: (field) => field.n,
  edit: (field, wanted) =>
    typeof wanted === 'number' && (field === undefined || wanted > field.n)
      ? { m: 'ceiling', n: wanted }
      : undefined,
  stamps: () => [],
  since: () => undefined,
  changes: () => [],
  pack: (field) => [field.n],
  unpack: ([n]) => ({ m: 'ceiling', n }),
};
