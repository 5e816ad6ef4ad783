import { type Bytes, concatBytes, toHex, utf8 } from '#base/bytes.ts';
import { sha256Hex } from './act.ts';

/** A document and one of its live leaf revisions. */
export interface Leaf {
  readonly id: string;
  readonly rev: string;
}

const markLength = 8;

const markOf = async ({ id, rev }: Leaf): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(`${id}\n${rev}`)), 0, markLength);

/**
 * What a circle held when its epoch was closed: the first 8 bytes of SHA-256 over id and
 * revision of each live leaf, sorted. What is sealed under the old epoch and stands on no list
 * was made by somebody who may be gone. 80 kB for 10,000 leaves.
 */
export async function closingList(leaves: Iterable<Leaf>): Promise<Bytes> {
  const marks = await Promise.all([...leaves].map(markOf));
  const byText = new Map(marks.map((mark) => [toHex(mark), mark]));
  return concatBytes([...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark));
}

/** What the act of the next epoch says of the list, as hex. */
export const closes = (list: Bytes): Promise<string> => sha256Hex(list);

/** For a list whose hash was compared with the act's. */
export function readClosingList(list: Bytes): (leaf: Leaf) => Promise<boolean> {
  const marks = new Set<string>();
  for (let at = 0; at < list.length; at += markLength) {
    marks.add(toHex(list.subarray(at, at + markLength)));
  }
  return async (leaf) => marks.has(toHex(await markOf(leaf)));
}
