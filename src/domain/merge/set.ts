import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import { greaterJson, sameJson } from './canonical.ts';
import { elementKey, elementOf, elementsByKey } from './element.ts';
import { joinKeyed, type Keyed, keyedSchema, sortedEntries } from './keyed.ts';
import type { Change, MergeRule } from './rule.ts';
import { greatestStamp, hasStampShape, type Stamp } from './stamp.ts';

type Present = { readonly v: Json; readonly add: Stamp };
/** A removed element leaves its key and the stamp, never its value. */
type Removed = { readonly v: null; readonly del: Stamp };
export type SetElement = Present | Removed;

/** Many values, added and removed one by one: each element goes by its own latest stamp. */
export type SetField = { readonly m: 'set'; readonly e: Keyed<SetElement> };

const isPresent = (element: SetElement): element is Present => 'add' in element;
const stampOf = (element: SetElement): Stamp => (isPresent(element) ? element.add : element.del);

/** On a tie adding wins: a thing too many is seen and removed, a thing lost is not missed. */
const joinElements = (a: SetElement, b: SetElement): SetElement => {
  if (stampOf(a) !== stampOf(b)) return stampOf(a) > stampOf(b) ? a : b;
  if (isPresent(a) !== isPresent(b)) return isPresent(a) ? a : b;
  return greaterJson(a, b);
};

/** Sorted by key: a set has no order of its own, and one that all phones agree on. */
const presentIn = (field: SetField | undefined): readonly (readonly [string, Present])[] =>
  sortedEntries(field?.e ?? {}).flatMap(([key, element]) =>
    isPresent(element) ? [[key, element] as const] : [],
  );

const edit: MergeRule<SetField>['edit'] = (field, wanted, { stamp }) => {
  const elements = elementsByKey(wanted);
  const present = new Map(presentIn(field));
  const added = [...elements].flatMap(([key, value]) => {
    const known = present.get(key);
    return known && sameJson(known.v, value) ? [] : [[key, { v: value, add: stamp }] as const];
  });
  const removed = [...present.keys()].flatMap((key) =>
    elements.has(key) ? [] : [[key, { v: null, del: stamp }] as const],
  );
  const changed = [...added, ...removed];
  return changed.length === 0 ? undefined : { m: 'set', e: Object.fromEntries(changed) };
};

const changeOf = ([key, element]: [string, SetElement]): Change =>
  isPresent(element)
    ? { value: element.v, stamp: element.add }
    : { value: null, before: elementOf(key), stamp: element.del };

/** A present element's key follows from its value, so only removed ones are packed with theirs. */
const unpackElement = (item: unknown, stampAt: (place: unknown) => unknown): [string, object] => {
  const [first, second = null] = Array.isArray(item) ? item : [];
  return typeof first === 'string'
    ? [first, { v: null, del: stampAt(second) }]
    : [elementKey(second), { v: second, add: stampAt(first) }];
};

const stamp = v.custom<Stamp>(hasStampShape);
const presentSchema = v.strictObject({ v: v.unknown(), add: stamp });
const removedSchema = v.strictObject({ v: v.null(), del: stamp });

export const set: MergeRule<SetField> = {
  schema: v.strictObject({
    m: v.literal('set'),
    e: keyedSchema(
      (key, element) =>
        v.is(removedSchema, element) ||
        (v.is(presentSchema, element) && elementKey(element.v as Json) === key),
    ),
  }),
  join: (a, b) => ({ m: 'set', e: joinKeyed(a.e, b.e, joinElements) }),
  read: (field) => presentIn(field).map(([, element]) => element.v),
  edit,
  stamps: (field) => Object.values(field.e).map(stampOf),
  since: (field) => greatestStamp(Object.values(field.e).map(stampOf)),
  changes: (field) => sortedEntries(field.e).map(changeOf),
  pack: (field, placeOf) =>
    sortedEntries(field.e).map(([key, element]) =>
      isPresent(element) ? [placeOf(element.add), element.v] : [key, placeOf(element.del)],
    ),
  unpack: (row, stampAt) => ({
    m: 'set',
    e: Object.fromEntries(row.map((item) => unpackElement(item, stampAt))),
  }),
};
