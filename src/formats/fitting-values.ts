import type { JsonObject } from '#base/json.ts';
import { kindOf } from '#domain/record/kinds.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';

/** What the book adds at the end, so that the whole can be judged here. */
const birth = { share: 'public', status: 'unconfirmed', createdAt: '2026-01-01T00:00:00Z' };

type Parsed = ReturnType<typeof parseRecord>;

/** In the very form the book keeps them, so that they can be compared with what it holds. */
const asKept = (values: JsonObject, parsed: Parsed): JsonObject | undefined => {
  if (!parsed.ok) return undefined;
  const kept = parsed.value as unknown as JsonObject;
  return Object.fromEntries(
    Object.keys(values).map((field) => [field, kept[field] ?? values[field] ?? null]),
  );
};

/** The values the schema takes: a fact that does not fit is left out; undefined where it is the thing. */
export function fittingValues(
  id: string,
  type: RecordType,
  values: JsonObject,
): JsonObject | undefined {
  const first = parseRecord({ ...birth, ...values, id, type });
  if (first.ok) return asKept(values, first);
  const wrong = new Set((first.error.issues ?? []).map(({ field }) => field.split('.')[0]));
  const fields = kindOf(type)?.fields ?? {};
  if ([...wrong].some((field) => !field || fields[field]?.required)) return undefined;
  const rest = Object.fromEntries(Object.entries(values).filter(([field]) => !wrong.has(field)));
  return asKept(rest, parseRecord({ ...birth, ...rest, id, type }));
}
