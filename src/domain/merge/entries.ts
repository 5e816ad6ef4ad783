import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import { greaterJson } from './canonical.ts';
import { elementKey, elementsByKey } from './element.ts';
import { joinKeyed, type Keyed, keyedSchema, sortedEntries } from './keyed.ts';
import type { MergeRule } from './rule.ts';
import { greatestStamp, hasStampShape, type Stamp } from './stamp.ts';

type Entry = { readonly v: Json; readonly t: Stamp };

/** A list that only grows: what was entered is neither changed nor taken back. */
export type EntriesField = { readonly m: 'entries'; readonly e: Keyed<Entry> };

const joinEntries = (a: Entry, b: Entry): Entry =>
  a.t === b.t ? greaterJson(a, b) : a.t > b.t ? a : b;

/** Oldest first, entries of one stamp by key. */
const inOrder = (field: EntriesField): readonly Entry[] =>
  sortedEntries(field.e)
    .map(([, entry]) => entry)
    .sort((a, b) => (a.t === b.t ? 0 : a.t < b.t ? -1 : 1));

const edit: MergeRule<EntriesField>['edit'] = (field, wanted, { stamp }) => {
  const known = field?.e ?? {};
  const added = [...elementsByKey(wanted)].filter(([key]) => !Object.hasOwn(known, key));
  if (added.length === 0) return undefined;
  return { m: 'entries', e: Object.fromEntries(added.map(([key, v]) => [key, { v, t: stamp }])) };
};

const unpackEntry = (item: unknown, stampAt: (place: unknown) => unknown): [string, object] => {
  const [value = null, place] = Array.isArray(item) ? item : [];
  return [elementKey(value), { v: value, t: stampAt(place) }];
};

const entry = v.strictObject({ v: v.unknown(), t: v.custom<Stamp>(hasStampShape) });

export const entries: MergeRule<EntriesField> = {
  schema: v.strictObject({
    m: v.literal('entries'),
    e: keyedSchema((key, value) => v.is(entry, value) && elementKey(value.v as Json) === key),
  }),
  join: (a, b) => ({ m: 'entries', e: joinKeyed(a.e, b.e, joinEntries) }),
  read: (field) => inOrder(field).map(({ v: value }) => value),
  edit,
  stamps: (field) => Object.values(field.e).map(({ t }) => t),
  since: (field) => greatestStamp(Object.values(field.e).map(({ t }) => t)),
  changes: (field) => inOrder(field).map(({ v: value, t: stamp }) => ({ value, stamp })),
  pack: (field, placeOf) =>
    sortedEntries(field.e).map(([, { v: value, t }]) => [value, placeOf(t)]),
  unpack: (row, stampAt) => ({
    m: 'entries',
    e: Object.fromEntries(row.map((item) => unpackEntry(item, stampAt))),
  }),
};
