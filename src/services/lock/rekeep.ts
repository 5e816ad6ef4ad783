import { toBase64 } from '#base/bytes.ts';
import type { DeviceDb, KeptKeys, KeysRow } from '#device/device-db.ts';
import { keptPhoto, openPhoto } from '#device/kept-photo.ts';
import { isShut, keepJson, readKept, type Safe } from '#device/safe.ts';
import { keptRow, lineOf, openRow } from '../keyring.ts';

/** From what safe into which: undefined = in clear. */
interface Move {
  readonly from: Safe | undefined;
  readonly to: Safe | undefined;
}

const isDue = (kept: unknown, { to }: Move): boolean => isShut(kept) === (to === undefined);

/** Another one once keys were added, or once the phone has a place at a hub. */
function markOf(row: KeptKeys): string {
  if (isShut(row)) return toBase64(row.shut);
  const { circles, sharedAs } = row as KeysRow;
  const held = circles.map(({ circle, epochs }) => [circle, epochs.length]);
  return JSON.stringify([held, sharedAs?.account, sharedAs?.member, sharedAs?.device]);
}

async function rekeepKeys({ keys }: DeviceDb, move: Move): Promise<void> {
  for (const row of await keys.toArray()) {
    if (!isDue(row, move)) continue;
    const kept = await keptRow(await openRow(row, move.from), move.to);
    const seen = markOf(row);
    // Keys that came meanwhile are not written over: the next opening shuts them away.
    await keys.where({ register: row.register }).modify((now, ctx) => {
      if (markOf(now) === seen) ctx.value = { ...kept, ...lineOf(now) };
    });
  }
}

async function rekeepRecords({ records }: DeviceDb, move: Move): Promise<void> {
  for (const key of await records.toCollection().primaryKeys()) {
    const row = await records.get(key);
    if (!row || row.body === null || !isDue(row.body, move)) continue;
    const body = await keepJson(await readKept(row.body, key, move.from), key, move.to);
    // What was written meanwhile is kept as its writer kept it.
    await records
      .where({ key })
      .and(({ seq }) => seq === row.seq)
      .modify({ body });
  }
}

async function rekeepDrafts({ drafts }: DeviceDb, move: Move): Promise<void> {
  for (const row of await drafts.toArray()) {
    if (!isDue(row.value, move)) continue;
    const { key, at } = row;
    const value = await keepJson(await readKept(row.value, key, move.from), key, move.to);
    await drafts
      .where({ key })
      .and((now) => now.at === at)
      .modify({ value });
  }
}

async function rekeepPhotos({ photos }: DeviceDb, { from, to }: Move): Promise<void> {
  for (const id of await photos.toCollection().primaryKeys()) {
    const row = await photos.get(id);
    if (!row || (row.isShut === true) === (to !== undefined)) continue;
    const { isShut: _, ...rest } = row;
    await photos.put(await keptPhoto({ ...rest, blob: await openPhoto(row, from) }, to));
  }
}

/**
 * Shuts away, or takes out again, all that lies otherwise: row by row, so that a phone that dies
 * half-way goes on with the rest. Whoever reads takes both.
 */
export async function rekeepAll(device: DeviceDb, move: Move): Promise<void> {
  await rekeepKeys(device, move);
  await rekeepRecords(device, move);
  await rekeepDrafts(device, move);
  await rekeepPhotos(device, move);
}
