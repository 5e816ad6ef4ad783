import type { Json } from '#base/json.ts';
import { sameJson } from '#domain/merge/canonical.ts';
import type { Control } from '#domain/record/field.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { howToRead } from '#forms/facts/readers.ts';
import type { Change } from '#services/book.ts';

/** One line of the past: what a field said, and whether it can be said again. */
export interface PastValue extends Change {
  readonly key: string;
  readonly value: Json;
  /** One line of a list, told by itself. */
  readonly isPart: boolean;
  /** `value` is what was taken out of the list then. */
  readonly isTakenOut: boolean;
  readonly canPutBack: boolean;
}

/** What is done in one act is written to each circle in turn. */
const oneActMs = 2000;

/** Told by other screens, or not at all. */
const untold = ['deleted'];
const told = ['status', 'assetType'];

/** What no card shows has no words to tell it in. */
const isTold = (field: string, control: Control | undefined): boolean =>
  !untold.includes(field) &&
  (told.includes(field) || (control !== undefined && howToRead(field, control) !== undefined));

const isHeld = (list: Json | undefined, value: Json): boolean =>
  Array.isArray(list) && (list as readonly Json[]).some((each) => sameJson(each, value));

/** The past of a record, newest first. A field that must be filled in is never put back to empty. */
export function pastValues(changes: readonly Change[], record: AnyRecord): readonly PastValue[] {
  const fields = kindOf(record.type)?.fields ?? {};
  const now = record as unknown as Readonly<Record<string, Json | undefined>>;
  return changes
    .filter(({ field }) => isTold(field, fields[field]?.control))
    .map((change, index): PastValue => {
      const { field } = change;
      const isPart = fields[field]?.merge === 'set';
      const isTakenOut = isPart && change.before !== undefined;
      const value = isTakenOut ? (change.before ?? null) : (change.value as Json);
      const current = isPart ? isHeld(now[field], value) : change.current;
      const isGone = value === null && (isPart || fields[field]?.required === true);
      const key = `${field}-${change.at}-${index}`;
      const canPutBack = !current && !isGone;
      return { ...change, key, value, isPart, isTakenOut, current, canPutBack };
    });
}

export interface PastAct {
  readonly at: number;
  readonly lines: readonly PastValue[];
}

/** What was said in one go stands together. `lines` are newest first. */
export function actsOf(lines: readonly PastValue[]): readonly PastAct[] {
  const acts: { at: number; lines: PastValue[] }[] = [];
  for (const line of lines) {
    const last = acts.at(-1);
    if (last && last.at - line.at <= oneActMs) last.lines.push(line);
    else acts.push({ at: line.at, lines: [line] });
  }
  return acts;
}
