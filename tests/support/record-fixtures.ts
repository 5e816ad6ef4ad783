import { readFileSync } from 'node:fs';
import type { JsonObject } from '#base/json.ts';
import { type RecordType, recordTypes } from '#domain/record/values.ts';

/** See tests/fixtures/records/README.md. */
export interface BadRecord {
  readonly why: string;
  readonly field: string;
  readonly message: string;
  readonly values: JsonObject;
}

const folder = new URL('../fixtures/records/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

export const goodRecords = (type: RecordType): readonly JsonObject[] =>
  read(`${type}.good.json`) as JsonObject[];

export const fullest = (type: RecordType): JsonObject => goodRecords(type)[0] ?? {};

/** Each with the whole record it stands for. */
export const badRecords = (type: RecordType): readonly (BadRecord & { whole: JsonObject })[] =>
  (read(`${type}.bad.json`) as BadRecord[]).map((bad) => ({
    ...bad,
    whole: patched(fullest(type), bad.values),
  }));

const patched = (record: JsonObject, changes: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries({ ...record, ...changes }).filter(([, value]) => value !== null),
  );

export const allGood = (): readonly JsonObject[] => recordTypes.flatMap(goodRecords);
