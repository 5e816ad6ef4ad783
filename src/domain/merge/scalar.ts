import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import { newestFirst, sameJson } from './canonical.ts';
import { headsOf } from './heads.ts';
import type { Change, MergeRule } from './rule.ts';
import { hasStampShape, laterStamp, type Stamp } from './stamp.ts';

export type Version = {
  /** `null` = cleared. */
  readonly v: Json;
  readonly t: Stamp;
  /** The newest version its writer had before them; tells two versions from a correction. */
  readonly b?: Stamp;
  /** Sorted: the other versions they had before them that none of those had seen. */
  readonly s?: readonly Stamp[];
  /** The choice that this one takes back, as though it had never been made. */
  readonly o?: Stamp;
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
export const versionsOf = ({ m: _, h = [], f: __, ...winner }: ScalarField): readonly Version[] => [
  winner,
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
  return { m: 'scalar', ...versionAfter(field, value, stamp) };
};

/** A version that names what its writer had before them: the present one, and what that had not seen. */
export const versionAfter = (
  field: ScalarField | undefined,
  value: Json,
  stamp: Stamp,
): Version => {
  if (field === undefined) return { v: value, t: stamp };
  const others = headsOf(versionsOf(field)).flatMap(({ t }) => (t === field.t ? [] : [t]));
  const s = [...new Set(others)].sort();
  return { v: value, t: stamp, b: field.t, ...(s.length > 0 && { s }) };
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

const stampsIn = ({ t, b, s = [], o }: Version): readonly Stamp[] =>
  [t, b, ...s, o].filter((each) => each !== undefined);

const packVersion = (version: Version, placeOf: (stamp: Stamp) => number): readonly Json[] => {
  const { v: value, t, b, s = [], o } = version;
  if (b === undefined) return [value, placeOf(t)];
  const named = [value, placeOf(t), placeOf(b)];
  if (s.length === 0 && o === undefined) return named;
  return [...named, s.map(placeOf), ...(o === undefined ? [] : [placeOf(o)])];
};

const unpackVersion = (row: unknown, stampAt: (place: unknown) => unknown): object => {
  const [value = null, t, b, s, o] = Array.isArray(row) ? row : [];
  return {
    v: value,
    t: stampAt(t),
    ...(b !== undefined && { b: stampAt(b) }),
    ...(Array.isArray(s) && s.length > 0 && { s: s.map(stampAt) }),
    ...(o !== undefined && { o: stampAt(o) }),
  };
};

const stamp = v.custom<Stamp>(hasStampShape);
const version = {
  v: v.unknown(),
  t: stamp,
  b: v.exactOptional(stamp),
  s: v.exactOptional(v.pipe(v.array(stamp), v.minLength(1))),
  o: v.exactOptional(stamp),
};

/** Only who had something before them can have had more, or take something back. */
const hasBase = ({ b, s, o }: Pick<Version, 'b' | 's' | 'o'>): boolean =>
  b !== undefined || (s === undefined && o === undefined);

export const scalar: MergeRule<ScalarField> = {
  schema: v.pipe(
    v.strictObject({
      m: v.literal('scalar'),
      ...version,
      h: v.exactOptional(
        v.array(
          v.pipe(
            v.strictObject(version),
            v.check((row) => hasBase(row)),
          ),
        ),
      ),
      f: v.exactOptional(stamp),
    }),
    v.check((row) => hasBase(row)),
  ),
  join,
  read: (field) => field.v,
  edit,
  stamps: (field) => [
    ...versionsOf(field).flatMap(stampsIn),
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
