import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { concatBytes, utf8 } from '#base/bytes.ts';
import { makePack } from '../../../../tools/pack/make-pack.ts';
import {
  extractBox,
  madeUpExtract,
  passingFile,
  passingFolder,
  pbfTwin,
  quiet,
} from '../../../support/made-up-extract.ts';
import { blob, block, denseGroup, headerBlob, message } from '../../../support/make-pbf.ts';
import { featuresAt, isFilledAt, opened, tileOf } from '../../../support/read-tiles.ts';

const settings = (extract: string, postcodes: readonly string[] = []) => ({
  extract,
  box: extractBox,
  name: 'Madeup',
  out: { folder: '', file: '' },
  postcodes,
});
const make = (extract = madeUpExtract, postcodes: readonly string[] = []) =>
  makePack(settings(extract, postcodes), quiet);

describe('a pack of the made-up neighbourhood', () => {
  test('is one the app takes: name, day, box, whose data, and both parts', async () => {
    const made = await make();
    const { facts, places, graph } = await opened(made.bytes);
    expect(facts).toMatchObject({
      name: 'Madeup',
      attribution: '© OpenStreetMap contributors',
      maxZoom: 15,
      day: '2026-08-22',
    });
    facts.bounds.forEach((degrees, n) => {
      expect(degrees).toBeCloseTo(extractBox[n] ?? 0, 6);
    });
    expect(made).toMatchObject({ streets: 2, addresses: 10, postcodes: 2, junctions: 4 });
    expect(made.warnings).toEqual([]);
    expect(places.streets).toHaveLength(2);
    expect(graph.lon.length).toBeGreaterThan(10);
  });

  test('has the same bytes each time, and from XML and PBF alike', async () => {
    const [once, again, twin] = await Promise.all([make(), make(), make(await pbfTwin())]);
    expect(again.bytes).toEqual(once.bytes);
    expect(twin.bytes).toEqual(once.bytes);
  });

  test.each([12, 13, 14, 15])(
    'at zoom %i the tidal river is water and its banks are not',
    async (z) => {
      const { archive } = await opened((await make()).bytes);
      const isWet = async (lon: number): Promise<boolean> => {
        const at = [lon, 51.5765, z] as const;
        return (await featuresAt(archive, 'water', at)).some((one) => isFilledAt(one, at));
      };
      expect(await isWet(-2.993)).toBe(true);
      expect(await isWet(-2.9955)).toBe(false);
      expect(await isWet(-2.991)).toBe(false);
    },
  );

  test('the park is there and the hole in it is not', async () => {
    const { archive } = await opened((await make()).bytes);
    const park = async (lon: number, lat: number): Promise<unknown> => {
      const at = [lon, lat, 15] as const;
      const found = (await featuresAt(archive, 'landuse', at)).find((one) => isFilledAt(one, at));
      return found?.properties['name:cy'];
    };
    expect(await park(-2.9991, 51.5783)).toBe('Parc y Llinos');
    expect(await park(-2.9984, 51.57875)).toBeUndefined();
  });

  test('every layer holds what it should', async () => {
    const { archive } = await opened((await make()).bytes);
    const at = [-2.997, 51.577, 14] as const;
    const told = async (layer: string, ...keys: readonly string[]) =>
      (await featuresAt(archive, layer, at)).map(({ properties }) =>
        keys.map((key) => properties[key] ?? '').join(' '),
      );
    expect(await told('earth', 'kind')).toEqual(['earth']);
    expect(await told('places', 'kind', 'name:cy')).toEqual(['neighbourhood Dychmyg']);
    expect(await told('buildings', 'kind')).toEqual(['building', 'building']);
    expect((await told('roads', 'kind', 'name')).sort()).toEqual([
      'minor_road Bramble Street',
      'minor_road Bramble Street',
      'minor_road Kiln Road',
      'path ',
      'path ',
      'path ',
      'path ',
    ]);
    const numbers = await featuresAt(archive, 'buildings', [-2.9965, 51.5755, 15]);
    expect(numbers.map(({ properties }) => properties['addr_housenumber'])).toContain('12a');
  });

  test('nothing is drawn outside of the box', async () => {
    const { archive } = await opened((await make()).bytes);
    const roads = await featuresAt(archive, 'roads', [-2.9995, 51.5745, 15]);
    const [x, y] = tileOf(-2.9995, 51.5745, 15);
    expect(roads.length).toBeGreaterThan(0);
    for (const road of roads) {
      const { geometry } = road.toGeoJSON(x, y, 15);
      const lats = JSON.stringify(geometry).match(/51\.\d+/g) ?? [];
      expect(Math.min(...lats.map(Number))).toBeGreaterThanOrEqual(51.57399);
    }
  });

  test('official postcodes bring the words of those they are from', async () => {
    const file = passingFile(
      'code-point-2014.csv',
      'postcode,lon,lat\nZZ9 9AA,-2.995,51.576\nZZ9 9AC,-2.996,51.576',
    );
    const made = await make(madeUpExtract, [file]);
    expect(made.postcodes).toBe(3);
    const { facts } = await opened(made.bytes);
    expect(facts.attribution).toContain(
      'Contains OS data © Crown copyright and database right 2014',
    );
    expect(facts.attribution).toMatch(
      /National Statistics data © Crown copyright and database right 2014$/,
    );
  });

  test('a list without a postcode in the box is said', async () => {
    const made = await make(madeUpExtract, [
      passingFile('a.csv', 'postcode,lon,lat\nZZ9 9AA,5,51.576'),
    ]);
    expect(made.warnings).toEqual(['The file of postcodes has none in this box.']);
  });
});

/** A block with one message in one group, whose repeated numbers are all one byte long. */
const blockOf = (field: number, parts: readonly Uint8Array[]): Uint8Array => {
  const strings = message((writer) => {
    for (const word of ['', 'type', 'multipolygon', 'natural', 'water'])
      writer.writeBytesField(1, utf8(word));
  });
  const group = message((writer) => writer.writeBytesField(field, concatBytes(parts)));
  return block([group], strings);
};
const oneNode = block(
  [denseGroup({ ids: [0], lats: [515_770_000], lons: [-29_950_000], keysAndValues: [] })],
  new Uint8Array(),
);
const column = (field: number, count: number): Uint8Array =>
  message((writer) => writer.writeBytesField(field, new Uint8Array(count)));
const giantWay = (count: number): Uint8Array => blockOf(3, [Uint8Array.of(8, 1), column(8, count)]);
const giantRelation = (count: number): Uint8Array =>
  blockOf(4, [
    Uint8Array.of(8, 1, 0x12, 2, 1, 3, 0x1a, 2, 2, 4),
    column(8, count),
    column(9, count),
    column(10, count),
  ]);

describe('the command', () => {
  const node = (...args: readonly string[]) =>
    spawnSync('node', ['--import', 'tsx', ...args], {
      cwd: join(import.meta.dirname, '../../../..'),
      encoding: 'utf8',
      timeout: 50_000,
    });
  const run = (...args: readonly string[]) => node('tools/pack.ts', ...args);
  const runIn = (megabytes: number, ...args: readonly string[]) =>
    node(`--max-old-space-size=${megabytes}`, 'tools/pack.ts', ...args);
  const usual = ['--bbox', extractBox.join(','), '--name', 'Madeup'];

  test('writes the pack and the list, and says what is in it', { timeout: 30_000 }, () => {
    const folder = passingFolder();
    const { status, stdout } = run(madeUpExtract, ...usual, '--out', folder);
    expect(status).toBe(0);
    expect(stdout).toContain('2 streets, 10 addresses, 2 postcodes, 4 junctions.');
    expect(stdout).toContain('Map data of 2026-08-22.');
    const list = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
    expect(list).toMatchObject([{ file: 'madeup.pmtiles', name: 'Madeup', day: '2026-08-22' }]);
  });

  test('finds out before the work that nothing can be written there', { timeout: 30_000 }, () => {
    const { status, stdout, stderr } = run(
      madeUpExtract,
      ...usual,
      '--out',
      '/proc/nowhere/at/all',
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('It could not be written');
  });

  test('a pipe is no extract, and is not waited for', { timeout: 30_000 }, () => {
    const pipe = join(passingFolder(), 'a.osm');
    spawnSync('mkfifo', [pipe]);
    const { stderr } = run(pipe, ...usual, '--out', passingFolder());
    expect(stderr).toContain('is not a file');
  });

  test.each([
    ['sixteen million empty groups', new Uint8Array(32_000_000).map((_, n) => (n % 2 ? 0 : 0x12))],
    ['a relation of ten million members', giantRelation(10_000_000)],
    ['a way of thirty million nodes', giantWay(30_000_000)],
  ])('%s end in a sentence, not for want of memory', { timeout: 60_000 }, (_, content) => {
    const bytes = concatBytes([headerBlob(), blob('OSMData', oneNode), blob('OSMData', content)]);
    const { status, stderr } = runIn(
      300,
      passingFile('a.osm.pbf', bytes),
      ...usual,
      '--out',
      passingFolder(),
    );
    expect(stderr.trim()).toBe(
      'The extract is damaged: its parts do not fit together. Download it again.',
    );
    expect(status).toBe(1);
  });

  test('says in one sentence why it cannot, and fails', { timeout: 30_000 }, () => {
    const cut = readFileSync(madeUpExtract, 'utf8').slice(0, 4000);
    const { status, stderr } = run(passingFile('a.osm', cut), ...usual, '--out', passingFolder());
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('The extract is cut off or is no sound XML. Download it again.');
  });
});
