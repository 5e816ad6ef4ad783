import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import { newestFirst, sameJson } from './canonical.ts';
import type { Change, MergeRule } from './rule.ts';
import { hasStampShape, laterStamp, type Stamp } from './stamp.ts';

export type Version = {
  /** `null` = cleared. */
  readonly v: Json;
  readonly t: Stamp;
  /** The newest version its writer had before them; tells two versions from a correction. */
  readonly b?: Stamp;
};

/** One value: the latest version wins; the newest losers stay until they are forgotten. */
export type ScalarField = Version & {
  readonly m: 'scalar';
  readonly h?: readonly Version[];
  /** Losers older than this are gone, here and on every phone this reaches. */
  readonly f?: Stamp;
};

const LOSERS_KEPT = 4;

/** Empty means absent: nobody tells "no phone number" from an empty one. */
export const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

/** Winner first. */
export const versionsOf = ({ v, t, b, h = [] }: ScalarField): readonly Version[] => [
  b === undefined ? { v, t } : { v, t, b },
  ...h,
];

const join = (a: ScalarField, b: ScalarField): ScalarField => {
  const f = laterStamp(a.f, b.f);
  const [winner = a, ...losers] = newestFirst([...versionsOf(a), ...versionsOf(b)]);
  const h = losers.filter(({ t }) => f === undefined || t >= f).slice(0, LOSERS_KEPT);
  return { m: 'scalar', ...winner, ...(h.length > 0 && { h }), ...(f !== undefined && { f }) };
};

const edit: MergeRule<ScalarField>['edit'] = (field, wanted, { stamp }) => {
  const value = wanted === undefined || isEmpty(wanted) ? null : wanted;
  const present = field === undefined || isEmpty(field.v) ? null : field.v;
  if (sameJson(present, value)) return undefined;
  return { m: 'scalar', v: value, t: stamp, ...(field !== undefined && { b: field.t }) };
};

/** Joined to a field, leaves no loser older than the stamp. */
export const forgetting = (field: ScalarField, stamp: Stamp): ScalarField => ({
  ...field,
  f: stamp,
});

const changes = (field: ScalarField): readonly Change[] =>
  versionsOf(field).map(({ v: value, t: stamp }, at, versions) => {
    const older = versions[at + 1];
    return older === undefined ? { value, stamp } : { value, before: older.v, stamp };
  });

const packVersion = ({ v, t, b }: Version, placeOf: (stamp: Stamp) => number): readonly Json[] =>
  b === undefined ? [v, placeOf(t)] : [v, placeOf(t), placeOf(b)];

const unpackVersion = (row: unknown, stampAt: (place: unknown) => unknown): object => {
  const [value = null, t, b] = Array.isArray(row) ? row : [];
  return { v: value, t: stampAt(t), ...(b !== undefined && { b: stampAt(b) }) };
};

const stamp = v.custom<Stamp>(hasStampShape);
const version = { v: v.unknown(), t: stamp, b: v.exactOptional(stamp) };

export const scalar: MergeRule<ScalarField> = {
  schema: v.strictObject({
    m: v.literal('scalar'),
    ...version,
    h: v.exactOptional(v.array(v.strictObject(version))),
    f: v.exactOptional(stamp),
  }),
  join,
  read: (field) => field.v,
  edit,
  stamps: (field) => [
    ...versionsOf(field).flatMap(({ t, b }) => (b === undefined ? [t] : [t, b])),
    ...(field.f === undefined ? [] : [field.f]),
  ],
  since: (field) => field.t,
  changes,
  pack: (field, placeOf) => [
    ...versionsOf(field).map((each) => packVersion(each, placeOf)),
    ...(field.f === undefined ? [] : [placeOf(field.f)]),
  ],
  unpack: (row, stampAt) => {
    const versions = row.filter((item) => typeof item !== 'number');
    const f = row.find((item) => typeof item === 'number');
    const [winner, ...h] = versions.map((item) => unpackVersion(item, stampAt));
    return {
      m: 'scalar',
      ...winner,
      ...(h.length > 0 && { h }),
      ...(f !== undefined && { f: stampAt(f) }),
    };
  },
};
