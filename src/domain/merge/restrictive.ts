import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import { newestFirst, sameJson } from './canonical.ts';
import type { Change, MergeRule } from './rule.ts';
import { isEmpty } from './scalar.ts';
import { hasStampShape, type Stamp } from './stamp.ts';

export type Choice = {
  readonly v: Json;
  /** Higher = stricter; sealed with the choice, so joining needs no rules. */
  readonly r: number;
  readonly t: Stamp;
  /** The choices this one was made in sight of, and replaces. */
  readonly seen: readonly Stamp[];
};

/**
 * Consent, share level, pause, deleted. Of choices made without sight of each other the strictest
 * holds, whatever the clocks say. No choice is dropped: one that an old copy brings back must
 * still meet the choice that replaced it.
 */
export type RestrictiveField = { readonly m: 'restrictive'; readonly c: readonly Choice[] };

/** Only a later choice replaces, so two that name each other cannot leave nothing in force. */
export const liveIn = ({ c }: RestrictiveField): readonly Choice[] =>
  c.filter(({ t }) => !c.some((other) => other.t > t && other.seen.includes(t)));

/** The strictest live choice; of equally strict ones the latest. */
const heldIn = (field: RestrictiveField): Choice | undefined =>
  liveIn(field).reduce<Choice | undefined>(
    (held, choice) => (held === undefined || choice.r > held.r ? choice : held),
    undefined,
  );

const edit: MergeRule<RestrictiveField>['edit'] = (field, wanted, { stamp, rank }) => {
  const value = wanted === undefined || isEmpty(wanted) ? null : wanted;
  const choices = field?.c ?? [];
  const held = field && heldIn(field);
  if (sameJson(held?.v ?? null, value)) return undefined;
  const former = choices.find((choice) => sameJson(choice.v, value));
  const choice = {
    v: value,
    r: rank?.(value) ?? former?.r ?? 0,
    t: stamp,
    seen: field ? liveIn(field).map(({ t }) => t) : [],
  };
  return { m: 'restrictive', c: [choice] };
};

const changes = ({ c }: RestrictiveField): readonly Change[] =>
  c.map(({ v: value, t: stamp }, at) => {
    const older = c[at + 1];
    return older === undefined ? { value, stamp } : { value, before: older.v, stamp };
  });

const unpackChoice = (row: unknown, stampAt: (place: unknown) => unknown): object => {
  const [value = null, r, t, ...seen] = Array.isArray(row) ? row : [];
  return { v: value, r, t: stampAt(t), seen: seen.map(stampAt) };
};

const stamp = v.custom<Stamp>(hasStampShape);
const choice = v.strictObject({ v: v.unknown(), r: v.number(), t: stamp, seen: v.array(stamp) });

export const restrictive: MergeRule<RestrictiveField> = {
  schema: v.strictObject({
    m: v.literal('restrictive'),
    c: v.pipe(v.array(choice), v.minLength(1)),
  }),
  join: (a, b) => ({ m: 'restrictive', c: newestFirst([...a.c, ...b.c]) }),
  read: (field) => heldIn(field)?.v,
  edit,
  stamps: ({ c }) => c.flatMap(({ t, seen }) => [t, ...seen]),
  since: (field) => heldIn(field)?.t,
  changes,
  pack: ({ c }, placeOf) =>
    c.map(({ v: value, r, t, seen }) => [value, r, placeOf(t), ...seen.map(placeOf)]),
  unpack: (row, stampAt) => ({
    m: 'restrictive',
    c: row.map((item) => unpackChoice(item, stampAt)),
  }),
};
