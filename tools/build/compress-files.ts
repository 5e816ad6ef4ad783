import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = /\.(js|mjs|css|html|svg|json|webmanifest)$/;
/** Under this size an answer is one packet either way. */
const leastBytes = 1024;

/** Leaves `.br` and `.gz` beside each text file, so that the hub never compresses while serving. */
export function compressFiles(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => text.test(name) && compress(join(folder, name))).length;
}

function compress(path: string): boolean {
  const bytes = new Uint8Array(readFileSync(path));
  if (bytes.byteLength < leastBytes) return false;
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
  writeFileSync(`${path}.br`, new Uint8Array(brotliCompressSync(bytes, { params: size })));
  writeFileSync(`${path}.gz`, new Uint8Array(gzipSync(bytes, { level: 9 })));
  return true;
}
