import { toHex, utf8 } from '#base/bytes.ts';
import type { LeafDoc } from '#seal/gate.ts';

/**
 * The tombstone over a leaf of a document that was erased: what comes late is answered with it and
 * is never written down here. The same on every phone, so that all end alike.
 */
export async function tombstoneOver({ _id, _rev, _revisions }: LeafDoc): Promise<LeafDoc> {
  const said = utf8(`patchbook/bury/1\n${_id}\n${_rev}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', said));
  const hash = toHex(digest).slice(0, 32);
  const start = _revisions.start + 1;
  // A history of a hundred is all that the gate lets in.
  const ids = [hash, ..._revisions.ids].slice(0, 100);
  return { _id, _rev: `${start}-${hash}`, _revisions: { start, ids }, _deleted: true };
}
