import type { PhotoRow } from './device-db.ts';
import { openBytes, type Safe } from './safe.ts';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** A photo as it goes to disk: as it is, or sealed where the phone has a lock. */
export async function keptPhoto(row: PhotoRow, safe: Safe | undefined): Promise<PhotoRow> {
  if (!safe) return row;
  const { blob, id } = row;
  const head = JSON.stringify({ type: blob.type }).padEnd(headLength);
  const plain = new Blob([head, blob]);
  const sealed = await safe.seal(await bytesOf(plain), `photo:${id}`);
  return { ...row, blob: new Blob([sealed]), isShut: true };
}

/** The kind of a picture is sealed with it. */
const headLength = 64;

export async function openPhoto(row: PhotoRow, safe: Safe | undefined): Promise<Blob> {
  if (!row.isShut) return row.blob;
  const plain = await openBytes(await bytesOf(row.blob), `photo:${row.id}`, safe);
  const { type } = JSON.parse(new TextDecoder().decode(plain.subarray(0, headLength)));
  return new Blob([plain.subarray(headLength)], { type: String(type) });
}
