import fc from 'fast-check';
import type { Json } from '#base/json.ts';
import { type Body, emptyBody, stampsOf } from '#domain/merge/body.ts';
import { changeBody, chooseVersion, type EditRule, takeBackChoice } from '#domain/merge/edit.ts';
import { join } from '#domain/merge/join.ts';
import { readBody } from '#domain/merge/read.ts';
import { isKind } from '#domain/merge/registry.ts';
import { versionsOf } from '#domain/merge/scalar.ts';
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
  | { readonly do: 'choose'; readonly at: number; readonly field: string; readonly nth: number }
  | { readonly do: 'take back'; readonly at: number; readonly field: string }
  | { readonly do: 'meet'; readonly at: number; readonly with: number };

const place = fc.nat(4);
const edit = fc.tuple(place, wish).map(([at, wish]): Step => ({ do: 'edit', at, ...wish }));
const meet = fc.tuple(place, place).map(([at, other]): Step => ({ do: 'meet', at, with: other }));
const chosenField = fc.constantFrom('title', 'phone');
const choose = fc
  .tuple(place, chosenField, fc.nat(4))
  .map(([at, field, nth]): Step => ({ do: 'choose', at, field, nth }));
const takeBack = fc
  .tuple(place, chosenField)
  .map(([at, field]): Step => ({ do: 'take back', at, field }));
const step = fc.oneof(
  { weight: 6, arbitrary: edit },
  { weight: 4, arbitrary: meet },
  { weight: 1, arbitrary: choose },
  { weight: 1, arbitrary: takeBack },
);

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
  /** Of all that was ever written, what had reached the writer. */
  readonly had: ReadonlySet<Stamp>;
  /** The choice that it takes back. */
  readonly takesBack?: Stamp;
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

/** What a step makes of a body; a choice is told as the text it chose, a taken back one by itself. */
function doStep(
  step: Exclude<Step, { do: 'meet' }>,
  knew: Body,
  stamp: Stamp,
): { readonly body: Body; readonly value: Json; readonly takesBack?: Stamp } {
  if (step.do === 'edit') {
    const value = wanted(knew, step.field, step.value);
    return { body: changeBody(knew, { [step.field]: value }, rules, stamp), value };
  }
  const field = knew.fields[step.field];
  if (!isKind(field, 'scalar')) return { body: knew, value: null };
  const versions = versionsOf(field);
  const chosen = versions[step.do === 'choose' ? step.nth % versions.length : 0] ?? field;
  const body =
    step.do === 'choose'
      ? chooseVersion(knew, step.field, chosen.t, stamp)
      : takeBackChoice(knew, step.field, chosen.t, stamp);
  const value = readBody(body).values[step.field] ?? '';
  return step.do === 'choose' ? { body, value } : { body, value, takesBack: chosen.t };
}

/** Plays a history: each device edits what it knows; two that meet both hold the join. */
export const play = ({ clocks, steps }: Story): World => {
  const bodies: Body[] = clocks.map(() => emptyBody('place', 'p1', 1));
  const last: (Stamp | undefined)[] = clocks.map(() => undefined);
  const had: ReadonlySet<Stamp>[] = clocks.map(() => new Set());
  const edits: Acknowledged[] = [];
  steps.forEach((step, moment) => {
    const at = step.at % clocks.length;
    const knew = bodies[at] as Body;
    const mine = had[at] as ReadonlySet<Stamp>;
    if (step.do === 'meet') {
      const other = step.with % clocks.length;
      const joined = join(knew, bodies[other] as Body);
      bodies[at] = joined;
      bodies[other] = joined;
      had[at] = new Set([...mine, ...(had[other] as ReadonlySet<Stamp>)]);
      had[other] = had[at];
      return;
    }
    const { skew, pace } = clocks[at] as Story['clocks'][number];
    const stamp = nextStamp({
      now: Date.UTC(2026, 3) + skew + moment * pace,
      writer: (at + 10).toString(16).repeat(16),
      last: last[at],
      seen: stampsOf(knew),
    });
    const { body, ...done } = doStep(step, knew, stamp);
    if (body === knew) return;
    bodies[at] = body;
    last[at] = stamp;
    had[at] = new Set([...mine, stamp]);
    edits.push({ field: step.field, stamp, knew, had: mine, ...done });
  });
  return { bodies, edits };
};

export const joinAll = (bodies: readonly Body[]): Body => bodies.reduce(join);
