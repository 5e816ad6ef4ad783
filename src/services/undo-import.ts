import { isJsonObject, type JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import type { SaveFailure } from './book.ts';
import { type BringInParts, breath, chunksOf, type OnProgress } from './bring-in-parts.ts';
import { giveBack } from './give-back.ts';
import { importedPhotos } from './imported-photos.ts';

/** How many are read or written at a time: enough to keep the store busy, few enough to tap between. */
const atOnce = 25;

async function isOfBatch(writer: RecordWriter, ref: Ref, batchId: string): Promise<boolean> {
  const { source } = writer.valuesOf(await writer.read(ref));
  return isJsonObject(source) && source['batchId'] === batchId;
}

/** Ties and confirmations have no row that names their import, so they are asked themselves. */
async function tiesOf({ writer, catalogue }: BringInParts, batchId: string): Promise<Ref[]> {
  const batch = await writer.read({ type: 'import-batch', id: batchId });
  if (writer.valuesOf(batch)['from'] !== 'import-copy') return [];
  const links = await catalogue.links.where('id').above('').toArray();
  const refs = links.flatMap(({ id, what }): Ref[] => {
    if (what === 'happening' || what === 'photo') return [];
    return [{ id, type: what === 'tie' ? 'connection' : 'confirmation' }];
  });
  const ties: Ref[] = [];
  for (const chunk of chunksOf(refs, atOnce)) {
    const isTheirs = await Promise.all(chunk.map((ref) => isOfBatch(writer, ref, batchId)));
    ties.push(...chunk.filter((_, index) => isTheirs[index]));
  }
  return ties;
}

/** Answers whether it is gone. */
async function remove(writer: RecordWriter, ref: Ref): Promise<Result<boolean, SaveFailure>> {
  const removed = await writer.write(ref, (current) =>
    current ? ok({ ...current, deleted: true }) : fail('not-found'),
  );
  // What a newer app has changed since is not ours to touch: it stays listed under its import.
  const isLeft = !removed.ok && ['newer', 'not-found'].includes(removed.error.kind);
  return removed.ok || isLeft ? ok(removed.ok) : removed;
}

/** Most go together; the few that can't go one by one. Answers which are gone. */
async function removeAll(
  { writer, removeMany }: BringInParts,
  refs: readonly Ref[],
): Promise<Result<readonly Ref[], SaveFailure>> {
  const removed = await removeMany(refs);
  if (!removed.ok) return removed;
  const left: Ref[] = [];
  for (const ref of removed.value) {
    const one = await remove(writer, ref);
    if (!one.ok) return one;
    if (!one.value) left.push(ref);
  }
  return ok(refs.filter((ref) => !left.includes(ref)));
}

/** Taken back, an import is no longer listed for the changes it made. */
function unnumbered({ source }: JsonObject): JsonObject {
  const { batchId: _, ...rest } = isJsonObject(source) ? source : {};
  return rest;
}

/**
 * Takes out all that came in with one import, ties first, and gives back what things said before
 * they took changes from it; answers how many of both. May be called again
 * after it was cut short: what is gone already is not counted twice.
 */
export async function undoImport(
  parts: BringInParts,
  batchId: string,
  onProgress: OnProgress,
): Promise<Result<number, SaveFailure>> {
  const { writer, catalogue, caughtUp } = parts;
  await caughtUp();
  const given = await giveBack(parts, batchId);
  if (!given.ok) return given;
  const all = await catalogue.things.where('batchId').equals(batchId).toArray();
  const rows = all.filter(({ type }) => type !== 'import-batch');
  const things = rows.map(({ id, type }): Ref => ({ id, type: type as RecordType }));
  const refs = [...(await tiesOf(parts, batchId)), ...things];
  const letGoOfPhotos = await importedPhotos(parts, rows);
  let done = 0;
  for (const chunk of chunksOf(refs, atOnce)) {
    const gone = await removeAll(parts, chunk);
    if (!gone.ok) return gone;
    await letGoOfPhotos(gone.value.map(({ id }) => id));
    done += chunk.length;
    onProgress(done, refs.length);
    await breath();
  }
  await writer.write({ type: 'import-batch', id: batchId }, (current) =>
    current ? ok({ ...current, undone: true, source: unnumbered(current) }) : fail('not-found'),
  );
  await caughtUp();
  return ok(done + given.value);
}
