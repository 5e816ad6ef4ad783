import fc from 'fast-check';
import type { Json } from '#base/json.ts';
import { type Body, emptyBody, stampsOf } from '#domain/merge/body.ts';
import { changeBody, type EditRule } from '#domain/merge/edit.ts';
import { join } from '#domain/merge/join.ts';
import { readBody } from '#domain/merge/read.ts';
import { nextStamp, type Stamp } from '#domain/merge/stamp.ts';

export const strictness = (value: Json): number =>
  ['given', 'paused', 'withdrawn'].indexOf(String(value));

export const rules: Readonly<Record<string, EditRule>> = {
  title: { merge: 'scalar' },
  phone: { merge: 'scalar' },
  tags: { merge: 'set' },
  rows: { merge: 'set' },
  visits: { merge: 'counter' },
  notes: { merge: 'entries' },
  consent: { merge: 'restrictive', rank: strictness },
  version: { merge: 'ceiling' },
};

const word = fc.constantFrom<Json[]>('tea', 'chess', 'choir', 'shed', 'lunch');
const row = fc.record({ id: fc.constantFrom('r1', 'r2', 'r3'), day: fc.nat(6) });

/** What a person may want a field to be; counts are relative to what they see. */
const wish = fc.oneof(
  fc.record({ field: fc.constantFrom('title', 'phone'), value: fc.oneof(word, fc.constant('')) }),
  fc.record({ field: fc.constant('tags'), value: fc.uniqueArray(word) }),
  fc.record({
    field: fc.constant('rows'),
    value: fc.uniqueArray(row, { selector: ({ id }) => id }),
  }),
  fc.record({ field: fc.constant('visits'), value: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ field: fc.constant('notes'), value: word }),
  fc.record({
    field: fc.constant('consent'),
    value: fc.constantFrom('given', 'paused', 'withdrawn'),
  }),
  fc.record({ field: fc.constant('version'), value: fc.nat(9) }),
) as fc.Arbitrary<{ field: string; value: Json }>;

export type Step =
  | { readonly do: 'edit'; readonly at: number; readonly field: string; readonly value: Json }
  | { readonly do: 'meet'; readonly at: number; readonly with: number };

const place = fc.nat(4);
const edit = fc.tuple(place, wish).map(([at, wish]): Step => ({ do: 'edit', at, ...wish }));
const meet = fc.tuple(place, place).map(([at, other]): Step => ({ do: 'meet', at, with: other }));
const step = fc.oneof({ weight: 3, arbitrary: edit }, { weight: 2, arbitrary: meet });

/** Clocks that are years off, in both directions, and stand still or run backwards. */
const YEAR = 365 * 24 * 60 * 60 * 1000;
const clock = fc.record({
  skew: fc.constantFrom(0, 60_000, -60_000, 3 * YEAR, -4 * YEAR, 200 * YEAR, -200 * YEAR),
  pace: fc.constantFrom(1000, 1, 0, -1000),
});

export interface Story {
  readonly clocks: readonly { readonly skew: number; readonly pace: number }[];
  readonly steps: readonly Step[];
}

export const history: fc.Arbitrary<Story> = fc.record({
  clocks: fc.array(clock, { minLength: 3, maxLength: 5 }),
  steps: fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }),
});

export interface Acknowledged {
  readonly field: string;
  readonly value: Json;
  readonly stamp: Stamp;
  /** Everything its writer had of the record at that moment. */
  readonly knew: Body;
}

export interface World {
  readonly bodies: readonly Body[];
  readonly edits: readonly Acknowledged[];
}

const wanted = (body: Body, field: string, value: Json): Json => {
  const now = readBody(body).values[field];
  if (field === 'visits') return Number(now ?? 0) + Number(value);
  return field === 'notes' ? [...((now as Json[] | undefined) ?? []), value] : value;
};

/** Plays a history: each device edits what it knows; two that meet both hold the join. */
export const play = ({ clocks, steps }: Story): World => {
  const bodies: Body[] = clocks.map(() => emptyBody('place', 'p1', 1));
  const last: (Stamp | undefined)[] = clocks.map(() => undefined);
  const edits: Acknowledged[] = [];
  steps.forEach((step, moment) => {
    const at = step.at % clocks.length;
    const knew = bodies[at] as Body;
    if (step.do === 'meet') {
      const other = step.with % clocks.length;
      const joined = join(knew, bodies[other] as Body);
      bodies[at] = joined;
      bodies[other] = joined;
      return;
    }
    const { skew, pace } = clocks[at] as Story['clocks'][number];
    const stamp = nextStamp({
      now: Date.UTC(2026, 3) + skew + moment * pace,
      writer: (at + 10).toString(16).repeat(16),
      last: last[at],
      seen: stampsOf(knew),
    });
    const value = wanted(knew, step.field, step.value);
    const changed = changeBody(knew, { [step.field]: value }, rules, stamp);
    if (changed === knew) return;
    bodies[at] = changed;
    last[at] = stamp;
    edits.push({ field: step.field, value, stamp, knew });
  });
  return { bodies, edits };
};

export const joinAll = (bodies: readonly Body[]): Body => bodies.reduce(join);
