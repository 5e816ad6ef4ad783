import { gzipSync as gzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { partBytesMax, unpackedPartBytesMax } from '#pack/limits.ts';
import { openPackArchive } from '#pack/pack-archive.ts';
import { groundIn, partBytes } from '#pack/pack-parts.ts';
import { readPack } from '#pack/read-pack.ts';
import { writePack } from '../../../tools/pack/write-pmtiles.ts';
import { madeUpBounds } from '../../support/make-pack.ts';

const told = (parts: JsonObject, v = 1, day = '2026-08-22') => ({
  patchbook: { v, day, parts },
});

describe('what the metadata say', () => {
  test('parts and the day of the map', () => {
    const parts = { places: { at: 0, bytes: 10 }, graph: { at: 10, bytes: 20 } };
    expect(groundIn(told(parts))).toEqual({ v: 1, day: '2026-08-22', parts });
    expect(groundIn(told({ places: parts.places }))?.parts).toEqual({ places: parts.places });
  });

  test.each([
    ['nothing', {}],
    ['no object', [1]],
    ['a later make', told({}, 2)],
    ['a day that is none', told({}, 1, '22 August')],
    ['a part before the end of the tiles', told({ graph: { at: -1, bytes: 2 } })],
    ['half a byte', told({ graph: { at: 0.5, bytes: 2 } })],
    ['a part too big to read', told({ graph: { at: 0, bytes: partBytesMax + 1 } })],
  ])('%s: a pack without parts', (_, metadata) => {
    expect(groundIn(metadata)).toBeUndefined();
  });
});

const gzipSync = (content: string | Uint8Array) => Uint8Array.from(gzip(content));

const packWith = (content: Uint8Array, at = 0, bytes = content.length) =>
  new Blob([
    writePack({
      tiles: [{ tileId: 0, data: new Uint8Array([0x1a, 0]) }],
      metadata: told({ graph: { at, bytes } }),
      bounds: madeUpBounds,
      minZoom: 0,
      maxZoom: 0,
      parts: [content],
    }),
  ]);

async function partOf(blob: Blob): Promise<ArrayBuffer> {
  const read = await readPack(blob, 'a.pmtiles');
  const span = read.ok ? read.value.ground?.parts.graph : undefined;
  if (!span) throw new Error('no part');
  const archive = openPackArchive(blob, 'a');
  return partBytes(archive, await archive.getHeader(), span);
}

test('a part is found behind the tiles and unpacked', async () => {
  const part = await partOf(packWith(gzipSync('where one can walk')));
  expect(new TextDecoder().decode(part)).toBe('where one can walk');
});

test('a pack whose part would lie outside the file is damaged', async () => {
  const content = gzipSync('x');
  for (const blob of [packWith(content, 1), packWith(content, 0, content.length + 1)])
    expect(await readPack(blob, 'a')).toMatchObject({ ok: false, error: { kind: 'pack-damaged' } });
});

test('a part that unpacks to more than it may is not unpacked', async () => {
  const bomb = gzipSync(new Uint8Array(unpackedPartBytesMax + 1));
  expect(bomb.length).toBeLessThan(100_000);
  await expect(partOf(packWith(bomb))).rejects.toThrow('too much');
});

test('a part that is no gzip is refused', async () => {
  await expect(partOf(packWith(new Uint8Array(40)))).rejects.toThrow();
});
