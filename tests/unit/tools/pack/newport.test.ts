import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { metresBetween } from '#domain/place/distance.ts';
import { openPackArchive } from '#pack/pack-archive.ts';
import type { WalkGraph } from '#pack/walk-graph.ts';
import { type Box, holds } from '../../../../tools/pack/box.ts';
import type { Tags } from '../../../../tools/pack/extract/elements.ts';
import { openExtract } from '../../../../tools/pack/extract/open-extract.ts';
import { type MadePack, makePack } from '../../../../tools/pack/make-pack.ts';
import { quiet } from '../../../support/made-up-extract.ts';
import { elementsOf, type MadeElements } from '../../../support/make-pbf.ts';
import { featuresAt, isFilledAt, opened } from '../../../support/read-tiles.ts';

const data = '../shared/data';
const extract = `${data}/map/newport-pill.osm.pbf`;
const byOthers = `${data}/map/newport-pill.pmtiles`;
const postcodes = `${data}/assets/postcodes-newport-codepoint-2014.csv`;
const there = [extract, byOthers, postcodes].every(existsSync);
const box: Box = [-3.0037, 51.5698, -2.9747, 51.5878];

/** One-to-all, plainly: the nearest unvisited node next (Dijkstra 1959). */
function metresFrom(graph: WalkGraph, start: number): Float64Array {
  const reached = new Float64Array(graph.lon.length).fill(Number.POSITIVE_INFINITY);
  const open = new Set([start]);
  reached[start] = 0;
  while (open.size > 0) {
    const node = [...open].reduce((a, b) => ((reached[b] ?? 0) < (reached[a] ?? 0) ? b : a));
    open.delete(node);
    for (let e = graph.starts[node] ?? 0; e < (graph.starts[node + 1] ?? 0); e += 1) {
      const end = graph.ends[e] ?? 0;
      const through = (reached[node] ?? 0) + (graph.decimetres[e] ?? 0) / 10;
      if (through >= (reached[end] ?? 0)) continue;
      reached[end] = through;
      open.add(end);
    }
  }
  return reached;
}

describe.skipIf(!there)('real Newport (skipped without the extract)', { timeout: 60_000 }, () => {
  let made: MadePack;
  let pack: Awaited<ReturnType<typeof opened>>;
  let all: MadeElements;
  let seconds = 0;

  beforeAll(async () => {
    const start = performance.now();
    const out = { folder: '', file: '' };
    made = await makePack({ extract, box, name: 'Pill', out, postcodes: [postcodes] }, quiet);
    seconds = (performance.now() - start) / 1000;
    pack = await opened(made.bytes);
    const file = await openExtract(extract);
    all = await elementsOf(file);
    await file.close();
  }, 60_000);

  test('takes seconds, and a phone has room for it', () => {
    expect(seconds).toBeLessThan(30);
    expect(made.bytes.length).toBeLessThan(1_500_000);
    expect(made.day).toBe('2023-06-12');
    expect(made.warnings).toEqual([]);
  });

  describe.each([12, 13, 14, 15])('at zoom %i', (z) => {
    test.each([
      [-2.9832, 51.5822, true],
      [-2.98, 51.5725, true],
      [-2.9751, 51.5765, true],
      [-2.9925, 51.5785, false],
      [-2.978, 51.5855, false],
    ])('the Usk is water and Pill is not: %f, %f', async (lon, lat, isWater) => {
      const at = [lon, lat, z] as const;
      const water = await featuresAt(pack.archive, 'water', at);
      expect(water.some((one) => isFilledAt(one, at))).toBe(isWater);
    });
  });

  test('water is where another maker of maps has it, at 2,400 points', async () => {
    const other = openPackArchive(new Blob([Uint8Array.from(readFileSync(byOthers))]), 'other');
    let [same, wet] = [0, 0];
    for (let n = 0; n < 2400; n += 1) {
      const lon = -3.0037 + (0.029 * ((n % 60) + 0.5)) / 60;
      const at = [lon, 51.5698 + (0.018 * (Math.floor(n / 60) + 0.5)) / 40, 15] as const;
      const filled = async (archive: typeof other): Promise<boolean> =>
        (await featuresAt(archive, 'water', at)).some((one) => isFilledAt(one, at));
      const [mine, theirs] = [await filled(pack.archive), await filled(other)];
      same += mine === theirs ? 1 : 0;
      wet += theirs ? 1 : 0;
    }
    expect(wet).toBeGreaterThan(250);
    expect(same).toBeGreaterThanOrEqual(2395);
  });

  test('every house of the extract that says its number and street is in it', () => {
    const inBox = new Set(
      all.nodes
        .filter(({ at: [lon, lat] }) => holds(box, lon / 1e7, lat / 1e7))
        .map(({ id }) => id),
    );
    const told = (tags: Tags) => tags.has('addr:housenumber') && tags.has('addr:street');
    const houses = [
      ...all.nodes.filter(({ id, tags }) => inBox.has(id) && told(tags)),
      ...all.ways.filter(({ refs, tags }) => told(tags) && refs.every((id) => inBox.has(id))),
    ];
    const numbers = new Set(
      pack.places.groups.flatMap(({ homes }) => homes.map(([number]) => number.toLowerCase())),
    );
    const wanted = houses.flatMap(({ tags }) =>
      (tags.get('addr:housenumber') ?? '').split(/[;,]/).map((one) => one.trim().toLowerCase()),
    );
    expect(houses.length).toBeGreaterThan(3000);
    expect(wanted.filter((number) => number && !numbers.has(number))).toEqual([]);
    // Shops and doors of one house are one; everything else is there.
    expect(made.addresses).toBeGreaterThan(houses.length * 0.9);
    expect(made.addresses).toBeLessThan(houses.length * 1.02);
    const withStreet = pack.places.groups.filter(({ street }) => street !== undefined);
    const found = withStreet.reduce((sum, { homes }) => sum + homes.length, 0);
    expect(found / made.addresses).toBeGreaterThan(0.95);
  });

  test('every named street of the box is in it, with its Welsh name', () => {
    const { streets } = pack.places;
    const names = new Set(streets.map(({ names: told }) => told['']?.toLowerCase()));
    const at = new Map(all.nodes.map((node) => [node.id, node.at]));
    const named = all.ways.filter(
      ({ refs, tags }) =>
        ['residential', 'primary', 'secondary', 'tertiary'].includes(tags.get('highway') ?? '') &&
        tags.has('name') &&
        refs.some((id) => {
          const [lon = 0, lat = 0] = at.get(id) ?? [];
          return holds(box, lon / 1e7, lat / 1e7);
        }),
    );
    expect(named.length).toBeGreaterThan(200);
    const missing = named.filter(({ tags }) => !names.has(tags.get('name')?.toLowerCase()));
    expect(missing.map(({ tags }) => tags.get('name'))).toEqual([]);
    const welsh = named
      .filter(({ tags }) => tags.has('name:cy'))
      .map(({ tags }) => tags.get('name:cy'));
    const told = new Set(streets.map(({ names: all }) => all['cy']));
    expect(welsh.filter((name) => !told.has(name))).toEqual([]);
  });

  test('all official postcodes of the box are in it, and some newer ones', () => {
    const official = readFileSync(postcodes, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
      .filter(([, lon, lat]) => holds(box, Number(lon), Number(lat)));
    expect(official.length).toBeGreaterThan(400);
    const at = new Map(pack.places.postcodes.map(([code, lon, lat]) => [code, [lon, lat]]));
    for (const [code = '', lon, lat] of official)
      expect(at.get(code)).toEqual([Math.round(Number(lon) * 1e6), Math.round(Number(lat) * 1e6)]);
    expect(pack.places.postcodes.length).toBeGreaterThan(official.length);
  });

  test('from the river bank most junctions within 800 metres are over 1.2 km on foot', () => {
    const { graph } = pack;
    const bank = { lon: -2.9795, lat: 51.583 };
    const straight = [...graph.lon].map((lon, n) =>
      metresBetween(bank, { lon: lon / 1e7, lat: (graph.lat[n] ?? 0) / 1e7 }),
    );
    const start = straight.indexOf(Math.min(...straight));
    const walk = metresFrom(graph, start);
    // The docks over the river have streets of their own, and no bridge within the margin.
    expect(walk.filter(Number.isFinite).length / walk.length).toBeGreaterThan(0.95);
    const isJunction = (n: number): boolean =>
      (graph.starts[n + 1] ?? 0) - (graph.starts[n] ?? 0) !== 2;
    const near = [...straight.keys()].filter((n) => isJunction(n) && (straight[n] ?? 0) <= 800);
    const far = near.filter((n) => (walk[n] ?? 0) > 1200);
    expect(near.length).toBeGreaterThan(700);
    expect(far.length / near.length).toBeGreaterThan(0.5);
  });

  test('has the same bytes when it is made again', async () => {
    const out = { folder: '', file: '' };
    const again = await makePack(
      { extract, box, name: 'Pill', out, postcodes: [postcodes] },
      quiet,
    );
    expect(again.bytes).toEqual(made.bytes);
  });
});
