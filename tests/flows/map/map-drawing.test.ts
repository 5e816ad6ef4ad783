import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MapArea } from '#map/map-area.ts';
import { createMapEngine, type MapEngine } from '#map/map-engine.ts';
import type { MapPoint } from '#map/map-point.ts';
import { metresPerPixel, movedBy, type Spot } from '#map/spot.ts';
import { readThemeColours } from '#map/theme-colours.ts';
import { type Colour, drawn, pixelsOf, smallPack, tapOn } from './map-material.ts';

vi.setConfig({ testTimeout: 90_000 });

const centre: Spot = { lon: -2.9946, lat: 51.5773 };
const [width, height] = [360, 480];
const middle = { x: width / 2, y: height / 2 };

let container: HTMLElement;
let engine: MapEngine;
let selected: (string | undefined)[];

function open(zoom: number, at = centre): void {
  engine = createMapEngine({
    container,
    icons: () => document.createElement('svg'),
    look: { theme: 'light', colours: readThemeColours(), language: 'en' },
    canvasWords: 'The map',
    aim: { centre: at, zoom },
    events: {
      onSelect: (id) => selected.push(id),
      onTap: () => false,
      onMove: () => undefined,
    },
  });
}

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'));
  container.style.cssText = `position: relative; inline-size: ${width}px; block-size: ${height}px`;
  selected = [];
});

afterEach(() => {
  engine.end();
  container.remove();
  vi.restoreAllMocks();
});

const look = async (zoom: number, at = centre): Promise<void> => {
  engine.map.jumpTo({ center: [at.lon, at.lat], zoom });
  await drawn(engine);
};
const isNear = (a: Colour, b: Colour, by = 3): boolean =>
  a.every((part, at) => Math.abs(part - (b[at] ?? 0)) <= by);
const pixel = async (at: { x: number; y: number }): Promise<Colour> =>
  (await pixelsOf(engine, at))[0] ?? [0, 0, 0];

test('the ring round the phone is as many metres as it says, however near one looks', async () => {
  open(16);
  const accuracyM = 6;
  engine.setYou({ ...centre, accuracyM });
  await drawn(engine);
  for (const zoom of [17, 18.5, 20]) {
    await look(zoom);
    const row = await pixelsOf(engine, { ...middle, width: width / 2 });
    const ground = row.at(-1) ?? [0, 0, 0];
    const edge = row.findLastIndex((colour) => !isNear(colour, ground));
    const wanted = accuracyM / metresPerPixel(centre.lat, zoom);
    expect(Math.abs(edge - wanted), `z${zoom}: ${edge} of ${wanted} px`).toBeLessThan(2.5);
  }
});

const kindsOf = ['groups', 'places', 'stories'];

/** Far enough apart not to be put together, in a square around the centre. */
const tenThousand = (): MapPoint[] =>
  Array.from({ length: 10_000 }, (_, n) => ({
    id: `thing-${n}`,
    kind: kindsOf[n % kindsOf.length] ?? 'places',
    name: `Thing ${n}`,
    ...movedBy(centre, ((n % 100) - 50) * 40, (Math.floor(n / 100) - 50) * 40),
    confirmed: true,
  }));

test('one edit among 10,000 sends that one to be drawn, and its pixels change', async () => {
  const sent: number[] = [];
  const post = Worker.prototype.postMessage;
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (
    this: Worker,
    ...[message, ...rest]: unknown[]
  ) {
    sent.push((JSON.stringify(message) ?? '').split('"Feature"').length - 1);
    return post.call(this, message, ...(rest as [StructuredSerializeOptions]));
  });
  const features = () => sent.reduce((sum, count) => sum + count, 0);
  open(18);
  const points = tenThousand();
  engine.setPoints(points);
  await drawn(engine);
  expect(features()).toBeGreaterThanOrEqual(10_000);
  const before = await pixel({ x: middle.x - 12, y: middle.y });
  sent.splice(0);
  const at = 50 * 100 + 50;
  const edited = points.map((point, n) => (n === at ? { ...point, kind: 'organisations' } : point));
  expect(points[at]).toMatchObject(centre);
  engine.setPoints(edited);
  await drawn(engine);
  expect(features()).toBe(1);
  const after = await pixel({ x: middle.x - 12, y: middle.y });
  expect(isNear(before, after, 8)).toBe(false);
  expect(engine.map.queryRenderedFeatures({ layers: ['marks'] }).length).toBeGreaterThan(1);
});

test('a circle is dashed while nothing in it is confirmed', async () => {
  open(14);
  const pair = [0, 10].map((east) => ({
    id: `thing-${east}`,
    kind: 'places',
    name: `Thing ${east}`,
    ...movedBy(centre, east, 0),
    confirmed: false,
  }));
  const pictures = () =>
    engine.map
      .queryRenderedFeatures({ layers: ['clusters'] })
      .map(({ properties }) => properties['confirmed'] as number);
  const rim = async () => {
    const row = await pixelsOf(engine, { x: 0, y: middle.y - 19, width });
    return row.map((colour) => colour.join()).join(' ');
  };
  engine.setPoints(pair);
  await drawn(engine);
  expect(pictures()).toEqual([0]);
  const dashed = await rim();
  engine.setPoints(pair.map((point, n) => ({ ...point, confirmed: n === 0 })));
  await drawn(engine);
  expect(pictures()).toEqual([1]);
  expect(await rim()).not.toEqual(dashed);
});

const square = (id: string, side: number, more: Partial<MapArea> = {}): MapArea => {
  const corner = (east: number, north: number): [number, number] => {
    const { lon, lat } = movedBy(centre, east * side, north * side);
    return [lon, lat];
  };
  const ring = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
  return {
    id,
    kind: 'places',
    confirmed: true,
    outline: { type: 'Polygon', coordinates: [ring] },
    updatedAt: 1,
    ...more,
  };
};

/** An area is in as many parts as it crosses tiles. */
const drawnIds = (layer: string) => [
  ...new Set(
    engine.map.queryRenderedFeatures({ layers: [layer] }).map(({ properties }) => properties['id']),
  ),
];

const tap = (spot: Spot): void => tapOn(engine, spot);

test('areas lie under the marks, dashed while not confirmed, and a tap chooses the smallest', async () => {
  open(17);
  await drawn(engine);
  const bare = await pixel(middle);
  engine.setAreas([
    square('park', 60),
    square('bed', 20, { kind: 'groups', confirmed: false }),
    square('all', 900, { kind: 'boundary' }),
  ]);
  await drawn(engine);
  expect(await pixel(middle)).not.toEqual(bare);
  expect(drawnIds('area-edges')).toEqual(['park']);
  expect(drawnIds('area-dashes')).toEqual(['bed']);
  tap(centre);
  tap(movedBy(centre, 45, 0));
  tap(movedBy(centre, 100, 0));
  expect(selected).toEqual(['bed', 'park', undefined]);
  engine.setAreas([]);
  await drawn(engine);
  expect(await pixel(middle)).toEqual(bare);
});

/** Whether anything of the pack is drawn here, beside the plain land under it. */
const drawnOfPack = () =>
  engine.map.queryRenderedFeatures().filter(({ source }) => source === 'base').length;

test('from corner to corner of a pack, z10 to z20, every frame has something of it', async () => {
  const pack = await smallPack();
  const [west, south, east, north] = pack.bounds;
  open(10);
  engine.setPack(pack);
  await drawn(engine);
  const plain: Colour = [251, 247, 239];
  for (let zoom = 10; zoom <= 20; zoom += 1)
    for (const part of [0.1, 0.7]) {
      await look(zoom, { lon: west + (east - west) * part, lat: south + (north - south) * part });
      expect(engine.map.getZoom()).toBe(zoom);
      // Further out than its tiles go a pack is a patch of land with an edge.
      if (zoom < pack.minZoom)
        expect(isNear(await pixel(middle), plain, 0), `z${zoom}`).toBe(false);
      else expect(drawnOfPack(), `z${zoom} at ${part}`).toBeGreaterThan(0);
    }
});

test('while it glides, some of the pack is in every frame', async () => {
  const pack = await smallPack();
  open(16);
  engine.setPack(pack);
  await drawn(engine);
  const empty: string[] = [];
  let frames = 0;
  engine.map.on('render', () => {
    frames += 1;
    if (drawnOfPack() === 0) empty.push(`z${engine.map.getZoom()}`);
  });
  for (const zoom of [17, 18, 19, 20, 18, 15, 13]) {
    engine.zoomBy(zoom - engine.map.getZoom());
    await drawn(engine);
    engine.map.panBy([zoom % 2 === 0 ? 140 : -140, 60], { duration: 160 });
    await drawn(engine);
  }
  expect(frames).toBeGreaterThan(30);
  expect(empty).toEqual([]);
});
