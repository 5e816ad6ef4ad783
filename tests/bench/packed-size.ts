import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a built file as gzip -9 packs it. */
export const packedSize = (folder: string, path: string): number =>
  gzipSync(new Uint8Array(readFileSync(join(folder, path))), { level: 9 }).length;

/** Each path once, without what stands after a `?`. */
export const pathsOf = (addresses: readonly string[]): readonly string[] => [
  ...new Set(addresses.map((address) => address.split('?', 1)[0] ?? '')),
];
