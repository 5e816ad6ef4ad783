import type { Json } from '#base/json.ts';
import { isJsonObject } from '#base/json.ts';
import { fail, type Result } from '#base/result.ts';
import { type Body, type BodyFailure, checkBody, stampsOf } from './body.ts';
import { isBoundedJson } from './budget.ts';
import { sameJson } from './canonical.ts';
import { kindCodes, ruleOf } from './registry.ts';
import { type Stamp, stampWriter } from './stamp.ts';

/**
 * The short form that gets sealed: `[mv, type, id, sv, writers, stamps, fields]`. A stamp is its
 * place in `stamps`, a writer its place in `writers`, both sorted; a field is `[code, ...row]`, one
 * of an unknown kind the object it is. Equal bodies give equal packs.
 */
export const packBody = (body: Body): Json => {
  const stamps = sortedOnce(stampsOf(body));
  const writers = sortedOnce(stamps.map(stampWriter));
  const places = new Map(stamps.map((stamp, place) => [stamp, place]));
  const placeOf = (stamp: Stamp) => places.get(stamp) ?? -1;
  const fields = Object.entries(body.fields).map(([name, field]) => {
    const row = ruleOf(field.m)?.pack(field, placeOf);
    return [name, row ? [codeOf(field.m), ...row] : field] as const;
  });
  const table = stamps.map((stamp) => shortStamp(stamp, writers.indexOf(stampWriter(stamp))));
  return [body.mv, body.type, body.id, body.sv, writers, table, Object.fromEntries(fields)];
};

/** Refuses what is not exactly as `packBody` would have written it. */
export const unpackBody = (packed: unknown): Result<Body, BodyFailure> => {
  if (!Array.isArray(packed)) return fail('body-shape');
  if (!isBoundedJson(packed)) return fail('body-size');
  const body = checkBody(expand(packed));
  return body.ok && !sameJson(packBody(body.value), packed) ? fail('body-shape') : body;
};

/** Looks at kinds of values before using them: even turning a hostile one into text can throw. */
const expand = ([mv, type, id, sv, writers, table, packed]: readonly Json[]): object => {
  const stamps = asList(table).map((short) => longStamp(short, asList(writers)));
  const stampAt = (place: unknown) => (typeof place === 'number' ? stamps[place] : undefined);
  const fields = Object.entries(isJsonObject(packed) ? packed : {}).map(
    ([name, field]) => [name, expandField(field, stampAt)] as const,
  );
  return { mv, type, id, sv, fields: Object.fromEntries(fields) };
};

const expandField = (field: Json, stampAt: (place: unknown) => unknown): unknown => {
  if (!Array.isArray(field)) return field;
  const [code, ...row] = field;
  const kind = typeof code === 'number' ? kindCodes[code] : undefined;
  return kind === undefined ? undefined : ruleOf(kind)?.unpack(row, stampAt);
};

const codeOf = (kind: string): number => kindCodes.indexOf(kind);

const TIME_DIGITS = 13;

const shortStamp = (stamp: Stamp, writer: number): string =>
  `${stamp.slice(0, TIME_DIGITS)}${writer.toString(36)}`;

const longStamp = (short: Json, writers: readonly Json[]): string | undefined => {
  if (typeof short !== 'string') return undefined;
  const writer = writers[Number.parseInt(short.slice(TIME_DIGITS), 36)];
  return typeof writer === 'string' ? `${short.slice(0, TIME_DIGITS)}-${writer}` : undefined;
};

const asList = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const sortedOnce = <T extends string>(texts: readonly T[]): readonly T[] =>
  [...new Set(texts)].sort();
