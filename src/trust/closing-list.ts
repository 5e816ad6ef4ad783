import { type Bytes, concatBytes, toHex } from '#base/bytes.ts';
import { type LeafName, leafMark, markLength } from '#seal/closed-epochs.ts';
import { sha256Hex } from './act.ts';

/**
 * What a circle held when its epoch was closed: the marks of its live leaves, sorted. What is
 * sealed under the old epoch and stands on no list was made by somebody who may be gone.
 * 80 kB for 10,000 leaves.
 */
export async function closingList(leaves: Iterable<LeafName>): Promise<Bytes> {
  const marks = await Promise.all([...leaves].map(leafMark));
  const byText = new Map(marks.map((mark) => [toHex(mark), mark]));
  return concatBytes([...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark));
}

/** What the act of the next epoch says of the list, as hex. */
export const closes = (list: Bytes): Promise<string> => sha256Hex(list);

/** In hex, for a list whose hash was compared with the act's. */
export const marksIn = (list: Bytes): readonly string[] =>
  Array.from({ length: Math.floor(list.length / markLength) }, (_, at) =>
    toHex(list.subarray(at * markLength, (at + 1) * markLength)),
  );
