import * as v from 'valibot';
import { joinKeyed, type Keyed, keyedSchema, own } from './keyed.ts';
import type { MergeRule } from './rule.ts';
import { isWriter, stampWriter } from './stamp.ts';

/** Each writer counts for itself and only upwards, so no count is ever lost; the sum is shown. */
export type CounterField = { readonly m: 'counter'; readonly n: Keyed<number> };

const sum = (field: CounterField | undefined): number =>
  Object.values(field?.n ?? {}).reduce((total, count) => total + count, 0);

const edit: MergeRule<CounterField>['edit'] = (field, wanted, { stamp }) => {
  const more = typeof wanted === 'number' ? Math.floor(wanted - sum(field)) : 0;
  if (more <= 0) return undefined;
  const writer = stampWriter(stamp);
  return { m: 'counter', n: { [writer]: (own(field?.n ?? {}, writer) ?? 0) + more } };
};

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const counter: MergeRule<CounterField> = {
  schema: v.strictObject({
    m: v.literal('counter'),
    n: keyedSchema((writer, value) => isWriter(writer) && v.is(count, value)),
  }),
  join: (a, b) => ({ m: 'counter', n: joinKeyed(a.n, b.n, Math.max) }),
  read: sum,
  edit,
  stamps: () => [],
  since: () => undefined,
  changes: () => [],
  pack: (field) => [field.n],
  unpack: ([n]) => ({ m: 'counter', n }),
};
