import { type Bytes, utf8 } from '#base/bytes.ts';

const bucketCount = 256;
const digestLength = 32;

/** SHA-256, however the platform has it. */
export type Sha256 = (bytes: Bytes) => Promise<Bytes>;

/**
 * What a store holds, in 256 buckets of 32 bytes (decision 31). A document's digest is XORed into
 * the bucket of its first byte, so that a change costs two digests however large the store is.
 * It proves transport, not honesty: whoever was sent the revisions can compute it.
 */
export type Buckets = Bytes;

export const noBuckets = (): Buckets => new Uint8Array(bucketCount * digestLength);

/** A document as a receipt counts it: its leaf revisions in any order, dead ones too. */
export interface Counted {
  /** The document's `_id`. */
  readonly id: string;
  readonly leaves: readonly string[];
}

/** SHA-256 over `_id`, newline, and all leaf revisions sorted and joined by newlines. */
const digestOf = ({ id, leaves }: Counted, sha256: Sha256): Promise<Bytes> =>
  sha256(utf8([id, ...[...leaves].sort()].join('\n')));

/**
 * Puts documents into buckets and takes them out again: the two are one act. A document without
 * leaves is none. `buckets` is changed in place once all digests are there, never half.
 */
export async function countDocuments(
  buckets: Buckets,
  documents: readonly Counted[],
  sha256: Sha256,
): Promise<void> {
  const held = documents.filter(({ leaves }) => leaves.length > 0);
  const digests = await Promise.all(held.map((document) => digestOf(document, sha256)));
  for (const digest of digests) xorInto(buckets, digest);
}

function xorInto(buckets: Buckets, digest: Bytes): void {
  const start = (digest[0] ?? 0) * digestLength;
  digest.forEach((byte, at) => {
    buckets[start + at] = (buckets[start + at] ?? 0) ^ byte;
  });
}

/** In which bucket a document is counted, 0 to 255. */
export const bucketOf = async (document: Counted, sha256: Sha256): Promise<number> =>
  (await digestOf(document, sha256))[0] ?? 0;

/** The buckets, by number, in which two stores differ. */
export const bucketsApart = (one: Buckets, other: Buckets): ReadonlySet<number> =>
  new Set(
    Array.from({ length: bucketCount }, (_, bucket) => bucket).filter((bucket) => {
      const [from, to] = [bucket * digestLength, (bucket + 1) * digestLength];
      return one.subarray(from, to).some((byte, at) => byte !== other[from + at]);
    }),
  );

/** SHA-256 of all buckets: equal roots, equal stores. */
export const rootOf = (buckets: Buckets, sha256: Sha256): Promise<Bytes> => sha256(buckets);
