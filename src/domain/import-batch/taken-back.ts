import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import type { Body } from '../merge/body.ts';
import { sameJson } from '../merge/canonical.ts';
import { elementOf } from '../merge/element.ts';
import { own } from '../merge/keyed.ts';
import { isKind } from '../merge/registry.ts';
import { type Version, versionsOf } from '../merge/scalar.ts';
import type { SetField } from '../merge/set.ts';
import type { Stamp } from '../merge/stamp.ts';
import { shortOf } from './said.ts';

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

const isOfAct = ({ e }: SetField, stamp: Stamp): boolean =>
  Object.values(e).some((each) => ('add' in each ? each.add : each.del) === stamp);

function listIn(text: Json | undefined): readonly Json[] | undefined {
  try {
    const list: unknown = JSON.parse(String(text));
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

/** The list as it was kept, if it still says what was taken. */
function keptList(name: string, field: SetField, { versions, at }: Acts): Json | undefined {
  const taken = versions[at]?.v ?? null;
  const was = listIn(partOf(partOf(taken, 'was') ?? null, name));
  if (!was) return undefined;
  const now = Object.values(field.e).flatMap((each) => ('add' in each ? [each.v] : []));
  const isAsTaken = partOf(partOf(taken, 'said') ?? null, name) === shortOf(name, now);
  return isAsTaken ? was : undefined;
}

/** A list without what was put in then and with what was taken out. */
function listBefore(name: string, field: SetField, acts: Acts): Json | undefined {
  const { versions, at, stamp } = acts;
  if (!isOfAct(field, stamp)) return undefined;
  const kept = partOf(partOf(versions[at]?.v ?? null, 'was') ?? null, name);
  if (kept !== undefined) return noneAsNull(keptList(name, field, acts));
  const elements = Object.entries(field.e);
  const list = elements.flatMap(([key, each]): Json[] => {
    if ('add' in each) return each.add === stamp ? [] : [each.v];
    return each.del === stamp ? [elementOf(key)] : [];
  });
  return noneAsNull(list);
}

const noneAsNull = (list: Json | undefined): Json | undefined =>
  Array.isArray(list) && list.length === 0 ? null : list;

function before(body: Body, name: string, acts: Acts): Json | undefined {
  const field = own(body.fields, name);
  if (isKind(field, 'set')) return listBefore(name, field, acts);
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
  const names = Object.keys(body.fields).filter((name) => name !== 'source');
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
