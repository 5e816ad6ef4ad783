import { toHex } from '#base/bytes.ts';
import { countDocuments, noBuckets, rootOf } from '#domain/receipt/receipt.ts';
import { sha256 } from '../../../../hub/storage/sha256.ts';

interface Moved {
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
}

/** The root that a stranger works out of a feed of changes, with all leaves (`style=all_docs`). */
export async function rootFrom(results: readonly Moved[]): Promise<string> {
  const buckets = noBuckets();
  const counted = results.map(({ id, changes }) => ({ id, leaves: changes.map(({ rev }) => rev) }));
  await countDocuments(buckets, counted, sha256);
  return toHex(await rootOf(buckets, sha256));
}
