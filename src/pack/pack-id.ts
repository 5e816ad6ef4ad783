import { toHex } from '#base/bytes.ts';
import { packStartBytes } from './limits.ts';

/**
 * SHA-256 over size and start (header and root directory hold offset and length of every tile), in
 * hex. The whole file may be 200 MB and would have to lie in memory at once.
 */
export async function packId(blob: Blob): Promise<string> {
  const start = blob.slice(0, packStartBytes);
  const bytes = await new Blob([`${blob.size}\n`, start]).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return toHex(hash.subarray(0, 16));
}
