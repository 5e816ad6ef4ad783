import type { JsonObject } from '#base/json.ts';
import { ok, type Result } from '#base/result.ts';
import { differencesOf } from '#domain/import-batch/differences.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import type { SaveFailure } from './book.ts';
import { withChanges } from './book-commands.ts';

/**
 * What a thing that was taken out is to say again: the file's words, but for those that somebody
 * here had changed.
 */
function revived(current: JsonObject | undefined, record: AnyRecord): JsonObject {
  const values = record as unknown as JsonObject;
  const ours = current ? differencesOf(record.type, current, values) : [];
  return withChanges(
    values,
    Object.fromEntries(ours.filter(({ isOurs }) => isOurs).map(({ field, here }) => [field, here])),
  );
}

/**
 * What was taken out before comes back; what stands, or was written by a newer app, is left alone.
 * Answers which of both. A copy is somebody's own word, and comes back as it is.
 */
export async function revive(
  writer: RecordWriter,
  record: AnyRecord,
  { isCopy }: { readonly isCopy: boolean },
): Promise<Result<'added' | 'already', SaveFailure>> {
  const ref = { type: record.type, id: record.id };
  const held = await writer.read(ref);
  const isStanding = Object.keys(held).length > 0 && !writer.valuesOf(held)['deleted'];
  if (isStanding) return ok('already');
  const written = await writer.write(ref, (current) =>
    ok(revived(isCopy ? undefined : current, record)),
  );
  if (written.ok) return ok('added');
  return written.error.kind === 'newer' ? ok('already') : written;
}
