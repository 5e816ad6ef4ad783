import type { JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { withTaken } from '#domain/import-batch/differences.ts';
import type { Ref } from '#domain/record/values.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import type { Parting, SaveFailure } from './book.ts';
import { withChanges } from './book-commands.ts';

interface Act {
  readonly batchId: string;
}

/** Gone meanwhile, or written by a newer app: left as it is. */
export const isLeftAlone = (kind: SaveFailure['kind']): boolean =>
  kind === 'newer' || kind === 'not-found';

/**
 * An edit that may find, under the record's lock, that there is nothing to write. Answers whether
 * something was written.
 */
export async function edited(
  writer: RecordWriter,
  ref: Ref,
  change: (current: JsonObject) => JsonObject | undefined,
): Promise<Result<boolean, SaveFailure>> {
  const written = await writer.write(ref, (current) => {
    const wanted = current && current['deleted'] === undefined ? change(current) : undefined;
    return current && wanted ? ok(withChanges(current, wanted)) : fail('not-found');
  });
  if (written.ok) return ok(true);
  return isLeftAlone(written.error.kind) ? ok(false) : written;
}

/** Takes the named words of a file for one thing; what was changed since it was compared stays. */
export const takeChanges = (
  writer: RecordWriter,
  { id, type, differences, retrievedAt }: Parting,
  { batchId }: Act,
): Promise<Result<boolean, SaveFailure>> =>
  edited(writer, { id, type }, (current) =>
    withTaken(type, current, differences, { batchId, retrievedAt }),
  );
