import type { Json, JsonObject } from '#base/json.ts';
import type { FieldIssue } from '#domain/record/record.ts';
import { issuesUnder, messageWithin } from './issues.ts';
import { asList, asObject, asText, objectOrNothing, textOrNothing, withPart } from './read-json.ts';
import { useIssueWords } from './use-issue-words.ts';

/** A value that is edited piece by piece: an address, a row of a list. */
export interface PartsInput {
  readonly id: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly issues: readonly FieldIssue[];
}

export interface Parts {
  readonly object: JsonObject;
  readonly set: (key: string, part: Json | undefined) => void;
  /** Id and error of one part. */
  readonly at: (key: string) => { readonly id: string; readonly error: string | undefined };
  /** All that a text field of one part needs besides its label. */
  readonly text: (key: string) => {
    readonly id: string;
    readonly error: string | undefined;
    readonly value: string;
    readonly onText: (text: string) => void;
  };
  /** The part as something edited piece by piece in its turn. */
  readonly under: (key: string) => PartsInput;
}

export function useParts({ id, value, onChange, issues }: PartsInput): Parts {
  const say = useIssueWords();
  const object = asObject(value);
  const set = (key: string, part: Json | undefined) =>
    onChange(objectOrNothing(withPart(object, key, part)));
  const at = (key: string) => ({ id: `${id}.${key}`, error: say(messageWithin(issues, key)) });
  return {
    object,
    set,
    at,
    text: (key) => ({
      ...at(key),
      value: asText(object[key]),
      onText: (text) => set(key, textOrNothing(text)),
    }),
    under: (key) => ({
      id: `${id}.${key}`,
      value: object[key],
      onChange: (part) => set(key, part),
      issues: issuesUnder(issues, key),
    }),
  };
}

export interface Rows {
  readonly rows: readonly PartsInput[];
  readonly add: (row: Json) => void;
  readonly remove: (index: number) => void;
}

/** A list whose rows are edited piece by piece. An emptied row keeps its id until it is removed. */
export function rowsOf({ id, value, onChange, issues }: PartsInput): Rows {
  const list = asList(value);
  const put = (next: readonly Json[]) => onChange(next.length > 0 ? next : undefined);
  return {
    rows: list.map((row, i) => ({
      id: `${id}.${i}`,
      value: row,
      onChange: (next) => put(list.map((other, at) => (at === i ? (next ?? '') : other))),
      issues: issuesUnder(issues, String(i)),
    })),
    add: (row) => put([...list, row]),
    remove: (index) => put(list.filter((_, at) => at !== index)),
  };
}
