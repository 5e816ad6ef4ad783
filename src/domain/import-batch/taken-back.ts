import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import type { Body } from '../merge/body.ts';
import { sameJson } from '../merge/canonical.ts';
import { isOwnField } from '../merge/comeback.ts';
import { own } from '../merge/keyed.ts';
import { readBody } from '../merge/read.ts';
import { isKind } from '../merge/registry.ts';
import { type Version, versionsOf } from '../merge/scalar.ts';
import type { Stamp } from '../merge/stamp.ts';
import { growing } from './differences.ts';
import { isSameWord } from './said.ts';

const partOf = (value: Json, part: string): Json | undefined =>
  isJsonObject(value) ? value[part] : undefined;

/** When a body took the changes of one import: newest first. Its source is written by imports only. */
interface Acts {
  readonly versions: readonly Version[];
  readonly at: number;
  readonly stamp: Stamp;
  /** Every time an import, or its taking back, wrote here. */
  readonly all: ReadonlySet<Stamp>;
}

function actsOf(body: Body, batchId: string): Acts | undefined {
  const source = own(body.fields, 'source');
  const born = own(body.fields, 'createdAt');
  if (!isKind(source, 'scalar') || !isKind(born, 'scalar')) return undefined;
  const versions = versionsOf(source);
  const at = versions.findIndex(({ v }) => partOf(v, 'takenIn') === batchId);
  const stamp = versions[at]?.t;
  // A body that was written whole in that act has moved to another circle: it has no past here.
  if (stamp === undefined || versionsOf(born).some(({ t }) => t === stamp)) return undefined;
  return { versions, at, stamp, all: new Set(versions.map(({ t }) => t)) };
}

/** What a single value was before; undefined: it is no longer what was taken, or nobody knows. */
function valueBefore(versions: readonly Version[], { stamp, all }: Acts): Json | undefined {
  const [now] = versions;
  const at = versions.findIndex(({ t }) => t === stamp);
  const taken = versions[at];
  if (!now || !taken || !all.has(now.t) || !sameJson(now.v, taken.v)) return undefined;
  if (taken.b === undefined) return null;
  return versions[at + 1]?.v;
}

type List = readonly Json[];

/** What a list was and what it became, as the act kept it. */
function listsOf(name: string, { versions, at }: Acts): readonly [List, List] | undefined {
  const kept = partOf(partOf(versions[at]?.v ?? null, 'was') ?? null, name);
  try {
    const [was, became]: readonly unknown[] = JSON.parse(String(kept));
    return Array.isArray(was) && Array.isArray(became) ? [was, became] : undefined;
  } catch {
    return undefined;
  }
}

const without = (list: List, gone: List): List =>
  list.filter((item) => !gone.some((each) => sameJson(each, item)));

/** The list as it was; where somebody has changed it since, only what the act did is undone. */
function listBefore(name: string, now: List, acts: Acts): Json | undefined {
  const [was, became] = listsOf(name, acts) ?? [];
  if (!was || !became) return undefined;
  if (isSameWord(name, now, became)) return was.length > 0 ? was : null;
  if (!growing.includes(name)) return undefined;
  const kept = without(now, without(became, was));
  const list = [...kept, ...without(without(was, became), kept)];
  return isSameWord(name, list, now) ? undefined : list;
}

function listIn(body: Body, name: string): List {
  const list = readBody(body).values[name];
  return Array.isArray(list) ? list : [];
}

function before(body: Body, name: string, acts: Acts): Json | undefined {
  const field = own(body.fields, name);
  if (isKind(field, 'set')) return listBefore(name, listIn(body, name), acts);
  return isKind(field, 'scalar') ? valueBefore(versionsOf(field), acts) : undefined;
}

/** The source as it is now, remembering of the fields put back what it remembered before. */
function sourceBefore({ versions, at }: Acts, fields: readonly string[]): JsonObject {
  const [now, then] = [versions[0]?.v ?? null, versions[at + 1]?.v ?? null];
  const earlier = partOf(then, 'said') ?? null;
  const said = partOf(now, 'said') ?? null;
  const patched = {
    ...(isJsonObject(said) ? said : {}),
    ...Object.fromEntries(fields.map((field) => [field, partOf(earlier, field)])),
  };
  const kept = Object.entries(patched).filter(([, each]) => each !== undefined);
  const retrievedAt = partOf(at === 0 ? then : now, 'retrievedAt');
  const { takenIn: _, was: __, ...source } = isJsonObject(now) ? now : {};
  return {
    ...source,
    ...(retrievedAt === undefined ? {} : { retrievedAt }),
    said: Object.fromEntries(kept) as JsonObject,
  };
}

/**
 * The values that give back what a body said before it took the changes of an import, `null` where
 * that was nothing. What somebody has changed since stays theirs. Undefined: nothing to give back.
 */
export function takenBack(body: Body, batchId: string): JsonObject | undefined {
  const acts = actsOf(body, batchId);
  if (!acts) return undefined;
  const names = Object.keys(body.fields).filter((name) => name !== 'source' && isOwnField(name));
  const values = names.flatMap((name): [string, Json][] => {
    const value = before(body, name, acts);
    return value === undefined ? [] : [[name, value]];
  });
  if (values.length === 0) return undefined;
  const source = sourceBefore(
    acts,
    values.map(([name]) => name),
  );
  return { ...Object.fromEntries(values), source };
}
