import { gzipSync as gzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpackedPartBytesMax } from '#pack/limits.ts';
import { readPack } from '#pack/read-pack.ts';
import { readPart } from '#pack/read-part.ts';
import { writePack } from '../../../tools/pack/write-pmtiles.ts';
import { madeUpBounds } from '../../support/make-pack.ts';

const gzipSync = (content: string | Uint8Array) => Uint8Array.from(gzip(content));
const textOf = (part: Blob) => readPart(part, (bytes) => new TextDecoder().decode(bytes));

test('a part is found behind the tiles and unpacked', async () => {
  const content = gzipSync('where one can walk');
  const parts = { graph: { at: 0, bytes: content.length } };
  const blob = new Blob([
    writePack({
      tiles: [{ tileId: 0, data: new Uint8Array([0x1a, 0]) }],
      metadata: { patchbook: { v: 1, parts } },
      bounds: madeUpBounds,
      minZoom: 0,
      maxZoom: 0,
      parts: [content],
    }),
  ]);
  const read = await readPack(blob, 'a.pmtiles');
  const { offset = 0, bytes = 0 } = (read.ok && read.value.parts?.graph) || {};
  expect(await textOf(blob.slice(offset, offset + bytes))).toBe('where one can walk');
});

test('a part that unpacks to more than it may is none', async () => {
  const bomb = gzipSync(new Uint8Array(unpackedPartBytesMax + 1));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await textOf(new Blob([bomb]))).toBeUndefined();
});

test('a part that is no gzip, or cut off, is none', async () => {
  expect(await textOf(new Blob([new Uint8Array(40)]))).toBeUndefined();
  expect(await textOf(new Blob([gzipSync('cut off').slice(0, 12)]))).toBeUndefined();
});
