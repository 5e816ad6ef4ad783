import { isJsonObject } from '#base/json.ts';
import { ok, type Result } from '#base/result.ts';
import { takenBack } from '#domain/import-batch/taken-back.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import { homeOf, type ShareLevel } from '#domain/sharing/level.ts';
import type { Bodies } from '#register/write-facets.ts';
import type { SaveFailure } from './book.ts';
import { type BringInParts, bodiesOf, breath, chunksOf } from './bring-in-parts.ts';
import { edited } from './take-changes.ts';

const atOnce = 25;

/**
 * Things that may have taken changes in an import: they came in by a file, and were written to no
 * earlier than the import began, whatever this phone's clock says now.
 */
async function maybeChanged({ catalogue }: BringInParts, since: number): Promise<Ref[]> {
  const refs: Ref[] = [];
  await catalogue.things
    .where('batchId')
    .above('')
    .filter(({ type, updatedAt }) => type !== 'import-batch' && updatedAt >= since)
    .each(({ id, type }) => refs.push({ id, type: type as RecordType }));
  return refs;
}

/** What one record said before, read from the home that holds its words. */
function wordsBefore({ writer }: BringInParts, bodies: Bodies, batchId: string) {
  const { share } = writer.valuesOf(bodies);
  const body = typeof share === 'string' ? bodies[homeOf(share as ShareLevel)] : undefined;
  return body && takenBack(body, batchId);
}

/** Gives back what things said before they took the changes of an import; answers how many. */
export async function giveBack(
  parts: BringInParts,
  batchId: string,
): Promise<Result<number, SaveFailure>> {
  const { writer } = parts;
  const batch = writer.valuesOf(await writer.read({ type: 'import-batch', id: batchId }));
  if (!batch['changed'] || typeof batch['at'] !== 'string') return ok(0);
  let count = 0;
  for (const refs of chunksOf(await maybeChanged(parts, Date.parse(batch['at'])), atOnce)) {
    const bodies = await bodiesOf(parts, refs);
    for (const [at, ref] of refs.entries()) {
      if (!wordsBefore(parts, bodies[at] ?? {}, batchId)) continue;
      const given = await giveBackOne(parts, ref, batchId);
      if (!given.ok) return given;
      if (given.value) count += 1;
    }
    await breath();
  }
  return ok(count);
}

/** Read once more under the record's lock: another tab may have written since. */
async function giveBackOne(parts: BringInParts, ref: Ref, batchId: string) {
  const { writer } = parts;
  const before = wordsBefore(parts, await writer.read(ref), batchId);
  return edited(writer, ref, ({ source }) => (isJsonObject(source) && before ? before : undefined));
}
