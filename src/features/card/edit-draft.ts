import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { sameJson } from '#domain/merge/canonical.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { RecordType } from '#domain/record/values.ts';
import { changedValues } from '#forms/changed-values.ts';
import { cleanValues } from '#forms/clean-values.ts';

/** What the card said when the editing began, and what it is to say. */
export interface EditDraft {
  readonly from: JsonObject;
  readonly values: JsonObject;
}

export const editDraftKey = (id: string): string => `edit:${id}`;

export const newEditDraft = (record: JsonObject): JsonObject => ({ from: record, values: record });

/** Undefined where what was stored is no such draft. */
export function readEditDraft(stored: Json): EditDraft | undefined {
  if (!isJsonObject(stored)) return undefined;
  const { from, values } = stored;
  return isJsonObject(from) && isJsonObject(values) ? { from, values } : undefined;
}

const typedChanges = (type: RecordType, { from, values }: EditDraft): JsonObject =>
  changedValues(cleanValues(type, from), cleanValues(type, values));

export const hasChanges = (type: RecordType, draft: EditDraft): boolean =>
  Object.keys(typedChanges(type, draft)).length > 0;

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];
const holds = (list: readonly Json[], item: Json) => list.some((each) => sameJson(each, item));

/** A list that others may have added to meanwhile: only what was added or taken out here moves. */
function rebased(from: Json | undefined, wanted: Json | undefined, now: Json | undefined): Json {
  const before = listOf(from);
  const after = listOf(wanted);
  const kept = listOf(now).filter((item) => holds(after, item) || !holds(before, item));
  const added = after.filter((item) => !holds(before, item) && !holds(kept, item));
  const all = [...kept, ...added];
  return all.length > 0 ? all : null;
}

/**
 * Only the fields that were edited here, null for those taken away; what others changed since the
 * editing began stays. `now` is the record as it stands.
 */
export function changesToSave(type: RecordType, draft: EditDraft, now: JsonObject): JsonObject {
  const fields = kindOf(type)?.fields ?? {};
  const entries = Object.entries(typedChanges(type, draft)).map(([name, value]): [string, Json] => {
    if (fields[name]?.merge !== 'set') return [name, value];
    return [name, rebased(draft.from[name], value, now[name])];
  });
  return Object.fromEntries(entries);
}
