import fc from 'fast-check';
import type { Json } from '#base/json.ts';
import type { Body } from '#domain/merge/body.ts';
import { elementKey } from '#domain/merge/element.ts';
import { join } from '#domain/merge/join.ts';
import type { Merged } from '#domain/merge/registry.ts';
import type { Stamp } from '#domain/merge/stamp.ts';

/** Few writers and moments, so that equal stamps with other values come up all the time. */
const writers = ['0000000000000aaa', 'ffffffffffffffff'];
const stamps = ['0mc000000', '0mczzzzzz'].flatMap((wall) =>
  ['0000', '000z'].flatMap((counter) =>
    writers.map((writer) => `${wall}${counter}-${writer}` as Stamp),
  ),
);

export const stamp = fc.constantFrom(...stamps);

/** As JSON is read: no -0, no prototypes. */
const anyJson = fc
  .json({ maxDepth: 2 })
  .filter((text) => !text.includes('__proto__'))
  .map((text): Json => JSON.parse(JSON.stringify(JSON.parse(text))));

const plainValue: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<Json[]>(null, '', 'tea', 'chess', 0, false, true, [], ['a', 'b']),
  },
  {
    weight: 4,
    arbitrary: fc.record({ id: fc.constantFrom('r1', 'constructor'), text: fc.nat(1) }),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  { weight: 1, arbitrary: anyJson },
);

const version = fc.oneof(
  fc.record({ v: plainValue, t: stamp }),
  fc.record(
    {
      v: plainValue,
      t: stamp,
      b: stamp,
      s: fc.uniqueArray(stamp, { minLength: 1, maxLength: 3 }),
      o: stamp,
    },
    { requiredKeys: ['v', 't', 'b'] },
  ),
);

const scalar = fc
  .tuple(version, fc.array(version, { maxLength: 7 }), fc.option(stamp, { nil: undefined }))
  .map(([winner, h, f]) => ({ m: 'scalar', ...winner, h, ...(f && { f }) }));

const element = fc.tuple(plainValue, stamp, fc.boolean()).map(([v, t, present]) => {
  const value = present ? { v, add: t } : { v: null, del: t };
  return [elementKey(v), value] as const;
});

const set = fc
  .array(element, { maxLength: 5 })
  .map((elements) => ({ m: 'set', e: Object.fromEntries(elements) }));

const entries = fc
  .array(fc.tuple(plainValue, stamp), { maxLength: 5 })
  .map((all) => all.map(([v, t]) => [elementKey(v), { v, t }] as const))
  .map((all) => ({ m: 'entries', e: Object.fromEntries(all) }));

const counter = fc
  .dictionary(fc.constantFrom(...writers), fc.nat(9))
  .map((n) => ({ m: 'counter', n: { ...n } }));

const choice = fc.record({
  v: plainValue,
  r: fc.nat(3),
  t: stamp,
  seen: fc.array(stamp, { maxLength: 4 }),
});

const restrictive = fc
  .array(choice, { minLength: 1, maxLength: 5 })
  .map((c) => ({ m: 'restrictive', c }));

const ceiling = fc.integer().map((n) => ({ m: 'ceiling', n }));

const unknown = fc.record({ m: fc.constantFrom('later', 'constructor', ''), x: plainValue });

const field = fc.oneof(scalar, set, entries, counter, restrictive, ceiling, unknown);

/** One field name per kind, and some names whose kind differs from body to body. */
const fields = fc.record(
  {
    title: scalar,
    tags: set,
    notes: entries,
    visits: counter,
    consent: restrictive,
    version: ceiling,
    future: unknown,
    mixed: field,
    constructor: field,
    toString: field,
  },
  { requiredKeys: [] },
);

/** Any body in normal form (joining it with itself is what brings it there). */
export const randomBody: fc.Arbitrary<Body> = fc
  .record({ mv: fc.constantFrom(1, 2), sv: fc.integer({ min: 1, max: 3 }), fields })
  .map(({ mv, sv, fields }) => ({
    mv,
    sv,
    type: 'place',
    id: 'p1',
    fields: { ...fields } as Readonly<Record<string, Merged>>,
  }))
  .map((body) => join(body, body));
