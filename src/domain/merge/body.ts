import * as v from 'valibot';
import { isJsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { isBoundedJson } from './budget.ts';
import { sameJson } from './canonical.ts';
import { type Keyed, keyedSchema } from './keyed.ts';
import { type Merged, ruleOf } from './registry.ts';
import { isStamp, type Stamp } from './stamp.ts';

/**
 * Raised when a kind is added or works differently; an app below it neither merges nor edits.
 * 2: a version of a scalar names all that its writer had before them, or takes a choice back.
 */
export const MERGE_VERSION = 2;
/** What is written without anything newer can be merged by every app there is. */
export const FIRST_MERGE_VERSION = 1;

/** A record as it is merged and sealed; its fields say themselves how they are joined. */
export type Body = {
  /** The merge version that all of it asks for. */
  readonly mv: number;
  readonly type: string;
  readonly id: string;
  /** Schema version of the record kind. */
  readonly sv: number;
  readonly fields: Keyed<Merged>;
};

export type BodyFailure = Failure<'body-newer' | 'body-size' | 'body-shape' | 'stamp-range'>;

export const emptyBody = (type: string, id: string, sv: number): Body => ({
  mv: FIRST_MERGE_VERSION,
  type,
  id,
  sv,
  fields: {},
});

export const stampsOf = (body: Body): readonly Stamp[] =>
  Object.values(body.fields).flatMap((field) => ruleOf(field.m)?.stamps(field) ?? []);

const isField = (value: unknown): value is Merged => {
  if (!isJsonObject(value) || typeof value['m'] !== 'string') return false;
  const rule = ruleOf(value['m']);
  return rule === undefined || v.is(rule.schema, value);
};

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const name = v.pipe(v.string(), v.minLength(1));

/** The outer shape only: what a field means is for the record kinds to say. */
export const bodySchema = v.strictObject({
  mv: version,
  type: name,
  id: name,
  sv: version,
  fields: keyedSchema<Merged>((_, field) => isField(field)),
});

/**
 * The door for a decoded body, which comes back as it was: unknown kinds and fields untouched.
 * `body-newer` wants an update of the app; the others set the leaf aside.
 */
export const checkBody = (value: unknown): Result<Body, BodyFailure> => {
  if (isNewer(value)) return fail('body-newer');
  if (!isBoundedJson(value)) return fail('body-size');
  if (!v.is(bodySchema, value) || !Object.values(value.fields).every(isNormal))
    return fail('body-shape');
  const stamps = new Set(stampsOf(value));
  return [...stamps].every(isStamp) ? ok(value) : fail('stamp-range');
};

const isNewer = (value: unknown): boolean =>
  isJsonObject(value) && typeof value['mv'] === 'number' && value['mv'] > MERGE_VERSION;

/** Idempotence is the test: a field that joining with itself would change was not made by us. */
const isNormal = (field: Merged): boolean => {
  const rule = ruleOf(field.m);
  return rule === undefined || sameJson(rule.join(field, field), field);
};
