import type { Json } from '#base/json.ts';
import type { MergeKind } from '../record/field.ts';
import { type Body, FIRST_MERGE_VERSION, MERGE_VERSION } from './body.ts';
import { join } from './join.ts';
import { own } from './keyed.ts';
import { isKind, type Merged, ruleOf } from './registry.ts';
import type { EditContext } from './rule.ts';
import { forgetting, type ScalarField, versionAfter, versionsOf } from './scalar.ts';
import type { Stamp } from './stamp.ts';

export interface EditRule {
  readonly merge: MergeKind;
  /** How strict a value of a restrictive field is: higher is stricter, `null` is no choice. */
  readonly rank?: (value: Json) => number;
}

/**
 * The body as someone wants it: each named field is compared with what it reads as now, and only
 * what really changed gets the stamp. `undefined` clears. The same body when nothing changed.
 * The stamp must come from `nextStamp`, having seen `stampsOf(body)`.
 */
export const changeBody = (
  body: Body,
  wanted: Readonly<Record<string, Json | undefined>>,
  rules: Readonly<Record<string, EditRule>>,
  stamp: Stamp,
): Body => {
  const deltas = Object.entries(wanted).flatMap(([name, value]) => {
    const rule = own(rules, name);
    const how = rule?.rank ? { stamp, rank: rule.rank } : { stamp };
    const delta = deltaFor(own(body.fields, name), value, { ...how, merge: rule?.merge });
    return delta === undefined ? [] : [[name, delta] as const];
  });
  return withDeltas(body, deltas);
};

/** Undo: an earlier value of the history is wanted again. A set gets the element back. */
export const putBack = (body: Body, name: string, value: Json, stamp: Stamp): Body => {
  const field = own(body.fields, name);
  const wanted = isKind(field, 'set') ? withElement(field, value) : value;
  const delta = deltaFor(field, wanted, { stamp });
  return delta === undefined ? body : withDeltas(body, [[name, delta]]);
};

/**
 * Chooses one of the versions that a field has, knowingly: also where it holds already. What its
 * writer had before them is never asked about again. The same body where that version is not kept.
 */
export const chooseVersion = (body: Body, name: string, chosen: Stamp, stamp: Stamp): Body => {
  const field = own(body.fields, name);
  if (!isKind(field, 'scalar')) return body;
  const version = versionsOf(field).find(({ t }) => t === chosen);
  if (!version) return body;
  return withDeltas(body, [[name, { m: 'scalar', ...versionAfter(field, version.v, stamp) }]]);
};

/**
 * Undo of a choice: what held before it holds again, and what was asked is asked again. The same
 * body where somebody has written since.
 */
export const takeBackChoice = (body: Body, name: string, choice: Stamp, stamp: Stamp): Body => {
  const field = own(body.fields, name);
  if (!isKind(field, 'scalar') || field.t !== choice || field.o !== undefined) return body;
  const before = versionsOf(field).find(({ t }) => t === field.b);
  if (!before) return body;
  const delta: ScalarField = { m: 'scalar', v: before.v, t: stamp, b: before.t, o: choice };
  return withDeltas(body, [[name, delta]]);
};

/** After narrowing or correcting: what the named fields said before is gone from their history. */
export const forgetHistory = (body: Body, names: readonly string[], stamp: Stamp): Body =>
  withDeltas(
    body,
    names.flatMap((name) => {
      const field = own(body.fields, name);
      return isKind(field, 'scalar') ? [[name, forgetting(field, stamp)] as const] : [];
    }),
  );

/** A field that is there goes by its own kind: that never changes, whatever today's rules say. */
const deltaFor = (
  field: Merged | undefined,
  wanted: Json | undefined,
  { merge, ...how }: EditContext & { readonly merge?: MergeKind | undefined },
): Merged | undefined => {
  const kind = field?.m ?? merge;
  if (kind === undefined) throw new Error('A new field needs a merge rule');
  const rule = ruleOf(kind);
  const replaced = field && rule?.since(field);
  const delta = rule?.edit(field, wanted, how);
  if (delta && replaced && replaced >= how.stamp)
    throw new Error('A stamp must be greater than those it replaces');
  return delta;
};

const withElement = (field: Merged, value: Json): Json => {
  const present = ruleOf(field.m)?.read(field);
  return Array.isArray(present) ? [...present, value] : [value];
};

/** An edit is a join too, so it can add to a body but never take anything out of it. */
const withDeltas = (body: Body, deltas: readonly (readonly [string, Merged])[]): Body =>
  deltas.length === 0
    ? body
    : join(body, { ...body, mv: mergeVersionOf(deltas), fields: Object.fromEntries(deltas) });

/** Only what an older app would misread keeps it away from the record. */
const mergeVersionOf = (deltas: readonly (readonly [string, Merged])[]): number =>
  deltas.some(([, field]) => isKind(field, 'scalar') && (field.s ?? field.o) !== undefined)
    ? MERGE_VERSION
    : FIRST_MERGE_VERSION;
