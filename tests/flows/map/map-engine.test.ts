import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MapPack } from '#map/base-layers.ts';
import { createMapEngine, type MapEngine } from '#map/map-engine.ts';
import type { MapLook } from '#map/map-style.ts';
import type { MarkIcons } from '#map/mark-pictures.ts';
import type { Spot } from '#map/spot.ts';
import { readThemeColours } from '#map/theme-colours.ts';
import {
  drawn,
  foreignRequests,
  newportPack,
  smallPack,
  someThings,
  tapOn,
} from './map-material.ts';

vi.setConfig({ testTimeout: 60_000 });

const centre: Spot = { lon: -2.995, lat: 51.5773 };
const look = (theme: MapLook['theme']): MapLook => ({
  theme,
  colours: readThemeColours(),
  language: 'en',
});
const line = 'M2 2h20v20z';
let hasIcons = false;
const icons: MarkIcons = () => {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  if (hasIcons) icon.innerHTML = `<path d="${line}" />`;
  return icon;
};

let container: HTMLElement;
let engine: MapEngine;
let told: { selected: (string | undefined)[]; taps: Spot[]; placing: boolean };

const open = (zoom: number, at = centre): void => {
  engine = createMapEngine({
    container,
    icons,
    look: look('light'),
    canvasWords: 'The map',
    aim: { centre: at, zoom },
    events: {
      onSelect: (id) => told.selected.push(id),
      onTap: (spot) => {
        told.taps.push(spot);
        return told.placing;
      },
      onMove: () => undefined,
    },
  });
};

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'));
  container.style.cssText = 'position: relative; inline-size: 360px; block-size: 480px';
  told = { selected: [], taps: [], placing: false };
});

afterEach(() => {
  engine.end();
  container.remove();
});

const drawnIn = (layers: string[]) => engine.map.queryRenderedFeatures({ layers });
const streets = () =>
  drawnIn(['roads_minor', 'roads_major']).map(({ properties }) => properties['name'] as string);
const marks = () => drawnIn(['marks']).map(({ properties }) => properties['name'] as string);
const clusterSizes = () =>
  drawnIn(['clusters']).map(({ properties }) => properties['point_count'] as number);
const total = () => marks().length + clusterSizes().reduce((sum, count) => sum + count, 0);

async function expectStreets(pack: MapPack, names: string[], at: Spot): Promise<void> {
  open(16, at);
  engine.setPack(pack);
  await drawn(engine);
  expect(streets()).toEqual(expect.arrayContaining(names));
  expect(drawnIn(['roads_labels_minor']).length).toBeGreaterThan(0);
  expect(drawnIn(['buildings']).length).toBeGreaterThan(10);
}

test('the made-up pack draws its streets, their names and houses, and asks nobody', async () => {
  await expectStreets(await smallPack(), ['Lantern Lane', 'Weaver Street'], centre);
  expect(foreignRequests()).toEqual([]);
});

test('the real Newport draws Pillgwenlly', async ({ skip }) => {
  const pack = await newportPack();
  if (!pack) return skip('the real map pack does not lie beside the project');
  await expectStreets(pack, ['Alma Street'], { lon: -2.9935, lat: 51.5795 });
  expect(foreignRequests()).toEqual([]);
  return undefined;
});

test('nearer than the pack goes, its last streets are drawn larger', async () => {
  open(18.5);
  const pack = await smallPack();
  engine.setPack(pack);
  await drawn(engine);
  expect(pack.maxZoom).toBe(15);
  expect(streets().length).toBeGreaterThan(0);
});

test('without a pack the things stand on plain ground', async () => {
  open(15);
  engine.setPoints(someThings(4));
  await drawn(engine);
  expect(total()).toBe(4);
  expect(engine.map.getSource('base')).toBeUndefined();
});

test('a mark has the picture of its type, drawn anew when the icons come', async () => {
  const [first] = someThings(1);
  if (!first) throw new Error('a thing');
  open(15);
  hasIcons = false;
  engine.setPoints([{ ...first, kind: 'places', assetType: 'place.bench' }]);
  await drawn(engine);
  const name = 'places-Armchair-confirmed';
  expect(drawnIn(['marks']).map(({ properties }) => properties['picture'])).toEqual([name]);
  const pixels = () => engine.map.style.getImage(name)?.data.data.join();
  const before = pixels();
  hasIcons = true;
  engine.iconsCame();
  await expect.poll(pixels).not.toEqual(before);
});

test('things near each other are one circle with their number, and part when one is near', async () => {
  open(12);
  engine.setPoints(someThings(6));
  await drawn(engine);
  expect(clusterSizes()).toEqual([6]);
  engine.map.jumpTo({ center: [centre.lon, centre.lat], zoom: 16 });
  await drawn(engine);
  expect(clusterSizes()).toEqual([]);
  expect(marks()).toEqual(expect.arrayContaining(['Thing 2', 'Thing 3']));
});

test('an edit moves, renames, adds and takes away just what changed', async () => {
  open(14.2);
  const things = someThings(8);
  engine.setPoints(things);
  await drawn(engine);
  const renamed = things.map((thing, n) => (n === 2 ? { ...thing, name: 'Renamed' } : thing));
  engine.setPoints(renamed);
  await drawn(engine);
  expect(total()).toBe(8);
  const second = { center: [renamed[2]?.lon ?? 0, renamed[2]?.lat ?? 0] as [number, number] };
  engine.map.jumpTo({ ...second, zoom: 16 });
  await drawn(engine);
  expect(marks()).toContain('Renamed');
  expect(marks()).not.toContain('Thing 2');
  engine.map.jumpTo({ center: [centre.lon, centre.lat], zoom: 14.2 });
  engine.setPoints(renamed.slice(1));
  await drawn(engine);
  expect(total()).toBe(7);
});

test('another theme and another pack keep every thing where it is', async () => {
  open(15);
  engine.setPoints(someThings(5));
  engine.setPack(await smallPack());
  await drawn(engine);
  const ground = () => engine.map.getPaintProperty('earth', 'fill-color');
  const before = ground();
  engine.setLook(look('dark'));
  await drawn(engine);
  expect(ground()).not.toEqual(before);
  expect(total()).toBe(5);
  engine.setPack(undefined);
  await drawn(engine);
  expect(engine.map.getLayer('earth')).toBeUndefined();
  expect(total()).toBe(5);
});

const tap = (spot: Spot): void => tapOn(engine, spot);

test('a tap on a mark chooses it, a tap beside all marks lets go', async () => {
  open(16);
  const things = someThings(4);
  engine.setPoints(things);
  await drawn(engine);
  const [, , third] = things;
  tap({ lon: third?.lon ?? 0, lat: third?.lat ?? 0 });
  tap({ lon: centre.lon, lat: centre.lat + 0.0012 });
  expect(told.selected).toEqual(['thing-2', undefined]);
});

test('a tap while placing gives the spot and chooses nothing', async () => {
  open(16);
  told.placing = true;
  engine.setPoints(someThings(4));
  await drawn(engine);
  tap(centre);
  expect(told.selected).toEqual([]);
  expect(told.taps[0]?.lon).toBeCloseTo(centre.lon, 4);
  expect(told.taps[0]?.lat).toBeCloseTo(centre.lat, 4);
});

test('a map pulled far off its neighbourhood comes back', async () => {
  open(15);
  engine.setLimits([-3.01, 51.57, -2.98, 51.59]);
  await drawn(engine);
  engine.lookAt({ centre: { lon: -2.9, lat: 51.58 }, zoom: 15 });
  await expect.poll(() => engine.map.getCenter().lng).toBeCloseTo(-2.98, 3);
});

test('a chosen thing out of sight is brought into it, one in sight stays where it is', async () => {
  open(16);
  const [first, second] = someThings(2);
  if (!first || !second) throw new Error('two things');
  const far = { ...second, lon: second.lon + 0.02 };
  engine.setPoints([first, far]);
  await drawn(engine);
  engine.map.jumpTo({ center: [first.lon + 0.0005, first.lat], zoom: 16 });
  await drawn(engine);
  engine.choose(first);
  await drawn(engine);
  expect(engine.map.getCenter().lng).toBeCloseTo(first.lon + 0.0005, 5);
  engine.choose(far);
  await expect.poll(() => engine.map.getCenter().lng).toBeCloseTo(far.lon, 4);
  await expect.poll(() => drawnIn(['chosen-mark']).length).toBe(1);
});

test('it may be told anything after its end', () => {
  open(15);
  engine.end();
  engine.setPoints(someThings(3));
  engine.setPack(undefined);
  engine.zoomBy(1);
  engine.lookAt({ centre, zoom: 12 });
  engine.choose(undefined);
  expect(container.querySelector('canvas')).toBeNull();
});
