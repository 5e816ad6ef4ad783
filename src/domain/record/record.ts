import * as v from 'valibot';
import { isJsonObject, type JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Acknowledgement } from '../acknowledgement/acknowledgement.ts';
import type { Activity } from '../activity/activity.ts';
import type { ClosingListPart } from '../closing-list/closing-list.ts';
import type { Confirmation } from '../confirmation/confirmation.ts';
import type { Connection } from '../connection/connection.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Group } from '../group/group.ts';
import type { ImportBatch } from '../import-batch/import-batch.ts';
import type { Notice } from '../notice/notice.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Person } from '../person/person.ts';
import type { Place } from '../place/place.ts';
import type { Member, Register } from '../register/register.ts';
import type { StewardAct } from '../steward-act/steward-act.ts';
import type { Story } from '../story/story.ts';
import { kindOf } from './kinds.ts';

/** The six kinds a person adds to the book. */
export type Asset = Person | Group | Organisation | Place | Exchange | Story;
export type AnyRecord =
  | Asset
  | Activity
  | Connection
  | Register
  | Member
  | Confirmation
  | ImportBatch
  | Notice
  | StewardAct
  | ClosingListPart
  | Acknowledgement;

/** Which field is wrong, and the key of the sentence that says how. */
export interface FieldIssue {
  readonly field: string;
  readonly message: string;
}
export type RecordFailure = Failure<'unknown-kind' | 'newer' | 'broken'> & {
  readonly issues?: readonly FieldIssue[];
};

const messageOf = (issue: v.BaseIssue<unknown>): string =>
  /^[a-z0-9-]+$/.test(issue.message) ? issue.message : 'not-right';

const issuesOf = (issues: readonly v.BaseIssue<unknown>[]): FieldIssue[] =>
  issues.map((issue) => ({
    field: issue.path?.map(({ key }) => String(key)).join('.') ?? '',
    message: issue.received === 'undefined' ? 'required' : messageOf(issue),
  }));

/**
 * The one door for records of any origin: own form, other phone, file, stored draft.
 * `version` is the schema version the values were written under.
 */
export function parseRecord(values: unknown, version?: number): Result<AnyRecord, RecordFailure> {
  if (!isJsonObject(values) || typeof values['type'] !== 'string') return fail('broken');
  const kind = kindOf(values['type']);
  if (!kind) return fail('unknown-kind', { type: values['type'].slice(0, 60) });
  const from = version ?? kind.version;
  if (!Number.isInteger(from) || from < 1) return fail('broken');
  if (from > kind.version) return fail('newer', { type: kind.type });
  const today = kind.migrations
    .slice(from - 1)
    .reduce((older: JsonObject, migrate) => migrate(older), values);
  const parsed = v.safeParse(kind.schema, today);
  if (parsed.success) return ok(parsed.output as AnyRecord);
  return { ok: false, error: { kind: 'broken', issues: issuesOf(parsed.issues) } };
}

export const nameOf = (record: AnyRecord): string => {
  const kind = kindOf(record.type);
  const name = kind && (record as unknown as JsonObject)[kind.nameField];
  return typeof name === 'string' ? name : '';
};
