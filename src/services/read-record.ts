import type { Failure } from '#base/result.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { sameJson } from '#domain/merge/canonical.ts';
import { historyOf } from '#domain/merge/history.ts';
import { fieldAge, readBody } from '#domain/merge/read.ts';
import { canHold } from '#domain/record/field.ts';
import { kindOf } from '#domain/record/kinds.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import type { Bodies } from '#register/write-facets.ts';
import type { Change, ReadRecord } from './book.ts';

const bodiesIn = (bodies: Bodies) => Object.values(bodies).filter((body) => body !== undefined);

function agesOf(bodies: Bodies): Record<string, number> {
  const ages: Record<string, number> = {};
  for (const body of bodiesIn(bodies)) {
    for (const field of Object.keys(readBody(body).values)) {
      const age = fieldAge(body, field);
      if (age !== undefined) ages[field] = Math.max(age, ages[field] ?? 0);
    }
  }
  return ages;
}

/** A record whole, from all the homes this phone holds, with the age of each fact. */
export async function readRecord(
  writer: RecordWriter,
  ref: Ref,
): Promise<Result<ReadRecord, Failure<'not-found' | 'newer' | 'broken'>>> {
  const bodies = await writer.read(ref);
  const held = bodiesIn(bodies);
  if (held.length === 0) return fail('not-found');
  const version = Math.max(...held.map(({ sv }) => sv));
  const record = parseRecord({ ...writer.valuesOf(bodies), ...ref }, version);
  if (!record.ok) return fail(record.error.kind === 'newer' ? 'newer' : 'broken');
  const updatedAt = Math.max(...held.map((body) => readBody(body).updatedAt));
  return ok({ record: record.value, ages: agesOf(bodies), updatedAt });
}

/** The bookkeeping that no reader asks about. */
const hidden = ['createdAt', 'createdBy', 'source', 'reviewDueOn', 'share'];

/** All that is still known of how a record came to be as it is, newest first. */
export async function historyOfRecord(writer: RecordWriter, ref: Ref): Promise<readonly Change[]> {
  const bodies = await writer.read(ref);
  const now = writer.valuesOf(bodies);
  const known = kindOf(ref.type)?.fields ?? {};
  return bodiesIn(bodies)
    .flatMap(historyOf)
    .filter(({ field }) => field in known && !hidden.includes(field))
    .sort((a, b) => b.at - a.at)
    .map(({ field, value, before, at, by }) => ({
      field,
      value,
      ...(before !== undefined && canHold(known[field], before) ? { before } : {}),
      at,
      by,
      current: sameJson(now[field] ?? null, value),
    }));
}
