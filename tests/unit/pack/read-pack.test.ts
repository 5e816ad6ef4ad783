import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes } from '#base/bytes.ts';
import { packBytesMax } from '#pack/limits.ts';
import { readPack } from '#pack/read-pack.ts';
import { directory, headerAt, packed, writePack } from '../../../tools/pack/write-pmtiles.ts';
import { madeUpBounds } from '../../support/make-pack.ts';
import { runs } from '../../support/runs.ts';

const good = Uint8Array.from(
  readFileSync(new URL('../../fixtures/maps/small.pmtiles', import.meta.url)),
);
const copy = (): Uint8Array<ArrayBuffer> => good.slice();
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer);
const read = (bytes: Uint8Array<ArrayBuffer>, name = 'map.pmtiles') =>
  readPack(new Blob([bytes]), name);
const kindOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const result = await read(bytes);
  return result.ok ? 'ok' : result.error.kind;
};

/** The good pack with one number of its header changed. */
function withHeader(at: number, value: bigint | number): Uint8Array<ArrayBuffer> {
  const bytes = copy();
  if (typeof value === 'bigint') viewOf(bytes).setBigUint64(at, value, true);
  else viewOf(bytes).setUint8(at, value);
  return bytes;
}

/** A pack whose root directory is these bytes, packed as they are told to be. */
function withRoot(root: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = concatBytes([good.subarray(0, 127), root, good.subarray(127)]);
  const view = viewOf(bytes);
  view.setBigUint64(headerAt.rootLength, BigInt(root.byteLength), true);
  for (const at of [headerAt.metadataOffset, headerAt.leafOffset, headerAt.tilesOffset])
    view.setBigUint64(at, view.getBigUint64(at, true) + BigInt(root.byteLength), true);
  return bytes;
}

const withMetadata = (metadata: unknown, tile = new Uint8Array([0x1a, 0])) =>
  writePack({
    tiles: [{ tileId: 0, data: tile }],
    metadata,
    bounds: madeUpBounds,
    minZoom: 0,
    maxZoom: 0,
  });

/** What is appended behind the tiles, and what the metadata say of it. */
async function withParts(patchbook: unknown, behind = 'streetspaths') {
  const pack = withMetadata({ patchbook });
  const result = await read(concatBytes([pack, new TextEncoder().encode(behind)]));
  return result.ok ? { ...result.value, end: pack.byteLength } : result.error.kind;
}

describe('parts behind the tiles', () => {
  const parts = { places: { at: 0, bytes: 7 }, graph: { at: 7, bytes: 5 } };

  test('are told by where they lie in the file', async () => {
    const read = await withParts({ v: 1, day: '2026-08-22', parts });
    const end = typeof read === 'string' ? 0 : read.end;
    expect(read).toMatchObject({
      day: '2026-08-22',
      parts: { places: { offset: end, bytes: 7 }, graph: { offset: end + 7, bytes: 5 } },
    });
  });

  test.each([
    ['of a later make', { v: 2, parts }],
    ['that are none', { v: 1, parts: 'all' }],
    ['of a size no part has', { v: 1, parts: { graph: { at: 0, bytes: 4_000_001 } } }],
    ['before the tiles', { v: 1, parts: { graph: { at: -1, bytes: 5 } } }],
  ])('%s are none', async (_name, patchbook) => {
    const told = await withParts(patchbook);
    expect(told).toMatchObject({ minZoom: 0 });
    expect(told).not.toHaveProperty('parts');
  });

  test('outside the file: the pack is damaged', async () => {
    expect(await withParts({ v: 1, parts: { graph: { at: 8, bytes: 5 } } })).toBe('pack-damaged');
  });
});

describe('a good pack', () => {
  test('says its name, area, zooms and whose data it is, in plain words', async () => {
    const result = await read(copy());
    expect(result).toMatchObject({
      ok: true,
      value: {
        name: 'Madeup, a small neighbourhood',
        bytes: good.byteLength,
        minZoom: 12,
        maxZoom: 15,
        attribution: '© nobody, all made up',
        tileType: 'mvt',
      },
    });
    const bounds = result.ok ? result.value.bounds : [];
    bounds.forEach((degrees, n) => {
      expect(degrees).toBeCloseTo(madeUpBounds[n] ?? 0, 6);
    });
  });

  test('has the same id when read again and another when it changed', async () => {
    const [once, again, other] = await Promise.all([
      read(copy()),
      read(copy(), 'renamed.pmtiles'),
      read(withHeader(118, 3)),
    ]);
    expect(once.ok && again.ok && once.value.id === again.value.id).toBe(true);
    expect(once.ok && other.ok && once.value.id !== other.value.id).toBe(true);
  });

  test('without words about itself takes the name of its file and thanks OpenStreetMap', async () => {
    const result = await read(withMetadata({}), 'Pill and docks.pmtiles');
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'Pill and docks', attribution: '© OpenStreetMap contributors' },
    });
  });

  test('shows markup, control letters and very long words as short plain words', async () => {
    const name = `<img src=x onerror=alert(1)>Pill\u0000\u202E${'a'.repeat(5000)}`;
    const result = await read(withMetadata({ name, attribution: '<script>x</script>' }));
    expect(result.ok && result.value.name).toMatch(/^Pill a{74,75}$/);
    expect(result.ok && result.value.attribution).toBe('x');
  });
});

describe('what is no pack', () => {
  test.each([
    ['nothing at all', new Uint8Array()],
    ['six bytes', new Uint8Array([80, 77, 84, 105, 108, 101])],
    ['a web page with another name', new TextEncoder().encode('<!doctype html><h1>Map</h1>')],
    ['a zip', new Uint8Array([80, 75, 3, 4, ...new Array<number>(300).fill(0)])],
  ])('%s', async (_, bytes) => {
    expect(await kindOf(bytes)).toBe('not-a-pack');
  });

  test('200 MB of zeros, after a look at their start only', async () => {
    const reads: number[] = [];
    const blob = zeros(packBytesMax, reads);
    expect(await readPack(blob, 'zeros.pmtiles')).toEqual({
      ok: false,
      error: { kind: 'not-a-pack' },
    });
    expect(reads.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(1000);
  });

  test('more than 200 MB is not even opened', async () => {
    const reads: number[] = [];
    const result = await readPack(zeros(packBytesMax + 1, reads), 'big.pmtiles');
    expect(result).toEqual({ ok: false, error: { kind: 'pack-too-big' } });
    expect(reads).toEqual([]);
  });
});

describe('a pack that cannot be drawn', () => {
  test.each([2, 3, 4, 5, 6, 0])('tiles of type %i', async (type) => {
    expect(await kindOf(withHeader(headerAt.tileType, type))).toBe('pack-not-vector');
  });
  test.each([3, 4])('tiles packed in way %i', async (way) => {
    expect(await kindOf(withHeader(headerAt.tileCompression, way))).toBe('pack-not-vector');
  });
  test('a newer version of the format', async () => {
    expect(await kindOf(withHeader(headerAt.version, 4))).toBe('pack-not-vector');
  });
  test('layers of another scheme', async () => {
    const metadata = { vector_layers: [{ id: 'transportation' }, { id: 'aeroway' }] };
    expect(await kindOf(withMetadata(metadata))).toBe('pack-not-vector');
  });
});

describe('a damaged pack', () => {
  test('cut short anywhere', async () => {
    const cuts = [8, 20, 126, 127, 130, 300, 1000, good.byteLength - 1];
    for (const at of cuts) expect(await kindOf(copy().slice(0, at))).toBe('pack-damaged');
  });

  test.each([
    ['a root beyond the file', headerAt.rootOffset, 1n << 40n],
    ['a root longer than the file', headerAt.rootLength, 1n << 62n],
    ['metadata beyond the file', headerAt.metadataOffset, 0xffff_ffff_ffff_ffffn],
    ['tiles beyond the file', headerAt.tilesLength, BigInt(good.byteLength)],
    ['unknown packing inside', headerAt.internalCompression, 4],
    ['zooms the wrong way round', headerAt.minZoom, 20],
    ['a zoom nobody has', headerAt.maxZoom, 99],
  ])('%s', async (_, at, value) => {
    expect(await kindOf(withHeader(at, value))).toBe('pack-damaged');
  });

  test('an area that is not on this earth, or none', async () => {
    const places: [number, number][] = [
      [headerAt.minLon, -190],
      [headerAt.maxLat, 95],
      [headerAt.maxLon, madeUpBounds[0]],
    ];
    for (const [at, degrees] of places) {
      const bytes = copy();
      viewOf(bytes).setInt32(at, Math.round(degrees * 1e7), true);
      expect(await kindOf(bytes)).toBe('pack-damaged');
    }
  });

  test.each([
    ['points outside the tiles', directory([{ tileId: 5, offset: 1e9, length: 9, runLength: 1 }])],
    [
      'names a leaf that is not there',
      directory([{ tileId: 5, offset: 0, length: 9, runLength: 0 }]),
    ],
    ['holds nothing', directory([])],
    [
      'tells of tiles without bytes',
      directory([{ tileId: 5, offset: 0, length: 0, runLength: 1 }]),
    ],
    ['claims a billion entries', new Uint8Array([0x80, 0x94, 0xeb, 0xdc, 0x03, 1, 1])],
    ['is a number without end', new Uint8Array(40).fill(0xff)],
  ])('a directory that %s', async (_, root) => {
    expect(await kindOf(withRoot(packed(root)))).toBe('pack-damaged');
  });

  test('a directory or words that unpack to far more than they are', async () => {
    const bomb = gzipSync(new Uint8Array(12_000_000));
    expect(bomb.byteLength).toBeLessThan(16_000);
    expect(await kindOf(withRoot(Uint8Array.from(bomb)))).toBe('pack-damaged');
    const long = withMetadata({ name: 'a'.repeat(2_000_000) });
    expect(await kindOf(long)).toBe('pack-damaged');
  });

  test('tiles that are none', async () => {
    const page = new TextEncoder().encode('<html>not found</html>');
    expect(await kindOf(withMetadata({}, page))).toBe('pack-damaged');
  });

  test('words that are not JSON', async () => {
    const bytes = withMetadata({});
    const at = Number(viewOf(bytes).getBigUint64(headerAt.metadataOffset, true));
    bytes.set(packed(new TextEncoder().encode('{]')), at);
    expect(await kindOf(bytes)).toBe('pack-damaged');
  });
});

test('any bytes in place of any others give an answer, never an exception', async () => {
  const change = fc.tuple(
    fc.nat(good.byteLength - 1),
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const bytes = copy();
      for (const [at, some] of changes) bytes.set(some.subarray(0, bytes.length - at), at);
      expect(typeof (await read(bytes)).ok).toBe('boolean');
    }),
    runs(300),
  );
});

/** Reads as zeros without ever holding them; notes how much was asked for. */
function zeros(size: number, reads: number[]): Blob {
  const slice = (from = 0, to = size) => {
    const length = Math.max(0, Math.min(to, size) - from);
    reads.push(length);
    return new Blob([new Uint8Array(length)]);
  };
  return { size, slice } as unknown as Blob;
}
