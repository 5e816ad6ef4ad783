import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { JsonObject } from '#base/json.ts';
import { useCamera } from '#features/map/camera-store.ts';
import { MapScreen } from '#features/map/map-screen.tsx';
import { registerRecordId } from '#services/register-record-id.ts';
import {
  axeTroubles,
  eventually,
  fixAt,
  openTestRegister,
  type TestRegister,
} from '../../support/open-test-register.tsx';
import { foreignRequests, smallPack } from './map-material.ts';

const centre = { lon: -2.9946, lat: 51.5773 };
const answers = { fix: fixAt(centre.lon + 0.0005, centre.lat, 12) };
let register: TestRegister;

vi.setConfig({ testTimeout: 60_000 });

const spotAt = (lon: number, lat: number): JsonObject => ({
  location: {
    precision: 'exact',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    capturedBy: 'tap',
    capturedAt: '2026-11-01T10:00:00.000Z',
  },
});

async function addPlace(name: string, east: number): Promise<void> {
  const values = { name, assetType: 'place.bench', ...spotAt(centre.lon + east, centre.lat) };
  const done = await register.opened.services.book.add('place', values);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

beforeAll(async () => {
  register = await openTestRegister({ locate: async () => answers.fix });
  const { book, packs } = register.opened.services;
  const own = { type: 'register', id: registerRecordId(register.register) } as const;
  const told = await book.change(own, { centre: [centre.lon, centre.lat] });
  if (!told.ok) throw new Error(JSON.stringify(told.error));
  await addPlace('Linnet bench', 0);
  await addPlace('Heron bench', 0.001);
  await addPlace('Far away bench', 0.2);
  await packs.add({ ...(await smallPack()), name: 'Small', bytes: 1 });
});

afterEach(() => {
  register.leave();
  useCamera.setState({ left: {} });
  vi.restoreAllMocks();
});

afterAll(() => register.close());

const region = () => page.getByRole('region', { name: 'Map', exact: true });
const inView = () => page.getByRole('list', { name: 'What is in view' });
const namesInView = () =>
  inView()
    .element()
    .querySelectorAll('li a')
    .values()
    .map((link) => link.textContent)
    .toArray()
    .sort();
const canvas = () => region().element().querySelector('canvas');
const isDrawn = () => region().element().querySelector('[data-drawn]');

async function showMap(): Promise<void> {
  await register.show(
    <main style={{ inlineSize: 360, minBlockSize: 640 }}>
      <MapScreen />
    </main>,
  );
  // Two cores that draw in software take their time.
  await expect.poll(() => region().query() && isDrawn(), { timeout: 40_000 }).toBeTruthy();
  await expect.element(page.getByRole('heading', { name: '2 in view' })).toBeVisible();
}

test('what is on the map is in the list, each with a link to its card, and nobody is asked', async () => {
  await showMap();
  expect(namesInView()).toEqual(['Heron bench', 'Linnet bench']);
  const link = inView().getByRole('link', { name: 'Linnet bench' }).element();
  expect(link.getAttribute('href')).toMatch(/^\/asset\/[0-9a-f-]{36}$/);
  await expect.element(page.getByText('© nobody, all made up')).toBeVisible();
  expect(foreignRequests()).toEqual([]);
  expect(await axeTroubles()).toEqual([]);
});

test('the keyboard moves and zooms the map, and the move is told in words', async () => {
  await showMap();
  canvas()?.focus();
  for (let n = 0; n < 8; n += 1) await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByText(/^Moved east\./)).toBeInTheDocument();
  await expect.element(inView()).not.toBeInTheDocument();
  // Rather than an empty list, what one would meet first.
  const nearest = page.getByRole('list', { name: 'Nearest' });
  await expect.element(nearest.getByRole('link').first()).toHaveTextContent('Heron bench');
});

test('zooming out brings what is far into the list', async () => {
  await showMap();
  const out = page.getByRole('button', { name: 'Zoom out' });
  await eventually('all three', async () => {
    await userEvent.click(out);
    return page.getByRole('heading', { name: '3 in view' }).query();
  });
  expect(namesInView()).toContain('Far away bench');
  await expect.element(page.getByText(/further away\./)).toBeInTheDocument();
});

test('search keeps what fits and offers to show what is further away', async () => {
  await showMap();
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search' }), 'far away');
  const further = page.getByRole('button', { name: 'Show 1 further away' });
  await userEvent.click(further);
  await expect.element(inView().getByRole('link', { name: 'Far away bench' })).toBeVisible();
});

test('a theme chosen while the map is open repaints it and keeps its things', async () => {
  await showMap();
  const before = canvas();
  document.documentElement.dataset['theme'] = 'dark';
  await expect.element(page.getByRole('heading', { name: '2 in view' })).toBeVisible();
  expect(canvas()).toBe(before);
  document.documentElement.dataset['theme'] = 'light';
});
