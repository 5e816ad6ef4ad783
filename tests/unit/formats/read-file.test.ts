import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '#base/result.ts';
import { tooBigFor } from '#formats/file-kind.ts';
import { readThings } from '#formats/geojson-things.ts';
import { type ReadFile, readFile } from '#formats/read-file.ts';
import madeUp from '../../fixtures/import/made-up-osm.geojson?raw';
import { runs } from '../../support/runs.ts';
import { words } from './error-words.ts';
import { hostileFiles } from './hostile-files.ts';

const blobOf = (content: string | Uint8Array<ArrayBuffer>) => new Blob([content]);
const now = '2026-11-22T00:00:00Z';

/** All the way, as the import goes: what can be read must also become things without a throw. */
function through(read: ReadFile): ReadFile {
  if (read.what === 'geojson') {
    for (const swapped of [false, true]) readThings(read.file, { swapped, now });
  }
  return read;
}

describe('a file someone chose', () => {
  it('is read when it is good', async () => {
    const read = await readFile(blobOf(madeUp));
    expect(read).toMatchObject(ok({ what: 'geojson' }));
  });

  it.each([
    ['utf-8 with a mark', `\uFEFF${madeUp}`, undefined],
    ['utf-16, little end first', utf16(madeUp, true, true), 'utf-16'],
    ['utf-16, big end first', utf16(madeUp, false, true), 'utf-16'],
    ['utf-16 without a mark', utf16(madeUp, true, false), 'utf-16'],
    ['utf-16, big end first, without a mark', utf16(madeUp, false, false), 'utf-16'],
    ['latin-1', latin1(madeUp), 'latin-1'],
  ])('is read in %s, with its accents, and says so', async (_, content, letters) => {
    const read = await readFile(blobOf(content));
    if (!read.ok || read.value.what !== 'geojson') throw new Error(JSON.stringify(read));
    expect(read.value.letters).toBe(letters);
    const names = read.value.file.features.map(({ properties }) => properties['name']);
    expect(names).toContain("<b>Tom & Jo's</b> Café");
  });

  it('is refused by its size alone, without a byte being read', async () => {
    const untouchable = {
      size: 200_000_000,
      arrayBuffer: () => {
        throw new Error('was read');
      },
    } as unknown as Blob;
    const refused = { kind: 'file-too-big', detail: { megabytes: 200 } };
    expect(await readFile(untouchable)).toEqual({ ok: false, error: refused });
    expect(tooBigFor({ size: 30_000_000 })).toBeUndefined();
    expect(tooBigFor({ size: 30_000_001 })).toMatchObject({ kind: 'file-too-big' });
  });

  it('that cannot be opened says so', async () => {
    const gone = { size: 10, arrayBuffer: () => Promise.reject(new DOMException('no')) };
    expect(await readFile(gone as unknown as Blob)).toMatchObject({
      error: { kind: 'file-not-opened' },
    });
  });
});

describe('hostile files', () => {
  it('are many', () => expect(hostileFiles.length).toBeGreaterThanOrEqual(80));

  it.each(hostileFiles)('$why: $kind', async ({ content, kind }) => {
    const read = await readFile(blobOf(content));
    if (kind === 'harmless') expect(read.ok && through(read.value)).toBeTruthy();
    else expect(read).toMatchObject({ ok: false, error: { kind } });
    if (!read.ok) expect(words(read.error.kind)).toBeTruthy();
  });

  it('leave no trace on prototypes', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('changed at any byte end in a value, never in a throw', async () => {
    const bytes = new TextEncoder().encode(madeUp);
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      byte: fc.nat(255),
      cut: fc.nat(40),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let file = [...bytes];
        for (const { at, byte, cut } of changes) file.splice(at, cut, byte);
        const read = await readFile(blobOf(Uint8Array.from(file)));
        if (read.ok) through(read.value);
        else expect(words(read.error.kind)).toBeTruthy();
        file = [];
      }),
      runs(150),
    );
  });

  it('of any JSON at all end in a value', async () => {
    const any = fc.json({ maxDepth: 6 });
    const feature = fc.record({
      type: fc.constant('Feature'),
      properties: fc.jsonValue(),
      geometry: fc.jsonValue(),
    });
    const list = fc
      .array(feature)
      .map((features) => JSON.stringify({ type: 'FeatureCollection', features }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(any, list), async (text) => {
        const read = await readFile(blobOf(text));
        if (read.ok) through(read.value);
      }),
      runs(300),
    );
  });
});

function utf16(text: string, littleEnd: boolean, marked: boolean): Uint8Array<ArrayBuffer> {
  const said = marked ? `\uFEFF${text}` : text;
  const bytes = new DataView(new ArrayBuffer(said.length * 2));
  for (let at = 0; at < said.length; at += 1)
    bytes.setUint16(at * 2, said.charCodeAt(at), littleEnd);
  return new Uint8Array(bytes.buffer);
}

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.replace(/[^\0-\xff]/g, '?'), (letter) => letter.charCodeAt(0));
}
