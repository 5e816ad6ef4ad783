import type { Json } from '#base/json.ts';
import { sameJson } from '#domain/merge/canonical.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { Change } from '#services/book.ts';

/** One line of the past: what a field said, and whether it can be said again. */
export interface PastValue extends Change {
  readonly key: string;
  readonly value: Json;
  /** One line of a list, told by itself. */
  readonly isPart: boolean;
  readonly canPutBack: boolean;
}

/** Told by other screens, or not at all. */
const untold = ['deleted'];

const isHeld = (list: Json | undefined, value: Json): boolean =>
  Array.isArray(list) && (list as readonly Json[]).some((each) => sameJson(each, value));

/** The past of a record, newest first. A field that must be filled in is never put back to empty. */
export function pastValues(changes: readonly Change[], record: AnyRecord): readonly PastValue[] {
  const fields = kindOf(record.type)?.fields ?? {};
  const now = record as unknown as Readonly<Record<string, Json | undefined>>;
  return changes
    .filter(({ field }) => !untold.includes(field))
    .map((change, index): PastValue => {
      const { field } = change;
      const value = change.value as Json;
      const isPart = fields[field]?.merge === 'set';
      const current = isPart ? isHeld(now[field], value) : change.current;
      const isGone = value === null && (isPart || fields[field]?.required === true);
      const key = `${field}-${change.at}-${index}`;
      return { ...change, key, value, isPart, current, canPutBack: !current && !isGone };
    });
}
