import '#ui/base.css';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { isReloadHeld } from '#platform/hold-reload.ts';
import madeUp from '../../../fixtures/import/made-up-osm.geojson?raw';
import plain from '../../../fixtures/import/made-up-plain.geojson?raw';
import { axeTroubles, eventually } from '../../../support/open-test-register.tsx';
import { benches, button, fileOf, isAt, openImport, says, tick } from './import-stage.tsx';

let stage: Awaited<ReturnType<typeof openImport>>;
beforeEach(async () => {
  stage = await openImport();
});
afterEach(() => stage.close());

const wanted = [
  "<b>Tom & Jo's</b> Café",
  'Allotments',
  'Rivermouth Library',
  'Rivermouth Rowers',
  'The Big Kettle',
  'The Long Planter',
  'Tinplate Park',
];

it('tells what is in a file before anything is written, shelters left out', async () => {
  await stage.check(fileOf('street.geojson', madeUp));
  await expect.element(says('9 things for your book.')).toBeVisible();
  await expect.element(tick(/^Library/)).toBeChecked();
  await expect.element(tick(/^Bench, shelter/)).not.toBeChecked();
  await expect.element(says('2 shelters, so that people there stay safe.')).toBeVisible();
  await expect.element(says(/© OpenStreetMap contributors/)).toBeVisible();
  expect(await stage.names()).toEqual([]);
  expect(await axeTroubles()).toEqual([]);
});

it('brings in what is ticked, keeps its origin, and takes it all back in one act', async () => {
  await stage.check(fileOf('street.geojson', madeUp));
  await stage.bringIn();
  await expect.element(says('7 things are in the book now')).toBeVisible();
  expect(await stage.names()).toEqual(wanted);
  const [library] = await stage.opened.catalogue.things
    .where('kind')
    .equals('organisations')
    .toArray();
  expect(library).toMatchObject({ name: 'Rivermouth Library', status: 'unconfirmed' });
  const read = await stage.book.read({ type: 'organisation', id: library?.id ?? '' });
  expect(read.ok && read.value.record.source).toMatchObject({
    licence: 'ODbL-1.0',
    attribution: '© OpenStreetMap contributors',
    externalId: 'osm:node/101',
  });
  await expect.element(button('Undo import')).toHaveTextContent(/^Undo import$/);
  await button('Undo import').click();
  await expect.element(says('Taken back: 7 things are out of the book again.')).toBeVisible();
  expect(await stage.names()).toEqual([]);
});

it('finds what stands already, leaves it as it is, and brings back only what is asked for', async () => {
  await stage.check(fileOf('street.geojson', madeUp));
  await stage.bringIn();
  const rows = await stage.opened.catalogue.things.toArray();
  const idOf = (wantedName: string) => rows.find(({ name }) => name === wantedName)?.id ?? '';
  const park = idOf('Tinplate Park');
  await stage.book.change({ type: 'place', id: park }, { summary: 'Good for kites' });
  await stage.book.remove({ type: 'place', id: idOf('The Big Kettle') });
  await stage.check(fileOf('again.geojson', madeUp));
  await expect.element(says(/6 are in it already/)).toBeVisible();
  await expect.element(tick('The Big Kettle')).not.toBeChecked();
  await tick('The Big Kettle').click();
  await stage.bringIn();
  await expect.element(says('1 thing is in the book now')).toBeVisible();
  expect(await stage.names()).toEqual(wanted);
  expect((await stage.opened.catalogue.things.get(park))?.line).toBe('Good for kites');
});

it('lists earlier imports, each with its own way back', async () => {
  await stage.check(fileOf('one.geojson', benches(3)));
  await stage.bringIn();
  await stage.check(fileOf('two.geojson', benches(2, 100)));
  await stage.bringIn();
  await expect.element(button('Undo import one.geojson')).toBeVisible();
  expect(page.getByRole('button', { name: 'Undo import', exact: true }).elements()).toHaveLength(1);
  await button('Undo import one.geojson').click();
  await isAt('undone');
  expect(await stage.names()).toEqual(['Bench 100', 'Bench 101']);
  await expect
    .element(page.getByRole('button', { name: 'Undo import', exact: true }))
    .toBeVisible();
});

it('asks once what things are when the file does not tell', async () => {
  await stage.check(fileOf('plain.geojson', plain));
  await button(/^Import/).click();
  await expect.element(says('Please choose what these are.')).toBeVisible();
  expect(await stage.names()).toEqual([]);
  await page.getByLabelText('What are these?').selectOptions('place.square');
  await stage.bringIn();
  expect(await stage.names()).toEqual(['Canal Steps', 'Kettle Corner', 'Somewhere by the lock']);
});

it('sees that latitude stands first, and swaps when asked', async () => {
  const features = [51.58, 51.581].map((lat, n) => ({
    type: 'Feature',
    id: `node/${n + 1}`,
    properties: { leisure: 'park', name: `Park ${n}` },
    geometry: { type: 'Point', coordinates: [lat, -2.99] },
  }));
  await stage.check(
    fileOf('swapped.geojson', JSON.stringify({ type: 'FeatureCollection', features })),
  );
  await button('Swap them').click();
  await eventually('the warning is gone', () => button('Swap them').elements().length === 0);
  await stage.bringIn();
  const rows = await stage.opened.catalogue.things.where('kind').equals('places').toArray();
  expect(rows.map(({ lon, lat }) => [lon, lat]).sort()).toEqual([
    [-2.99, 51.58],
    [-2.99, 51.581],
  ]);
});

it('leaves out what looks like something one has, unless told otherwise', async () => {
  await stage.book.add('place', {
    name: 'tinplate park',
    assetType: 'place.park',
    location: {
      precision: 'exact',
      geometry: { type: 'Point', coordinates: [-2.9938, 51.578] },
      capturedBy: 'tap',
      capturedAt: '2026-11-01T10:00:00Z',
    },
  });
  await stage.check(fileOf('street.geojson', madeUp));
  await expect
    .element(tick(/^Tinplate Park Looks like “tinplate park” in your book/))
    .not.toBeChecked();
  await stage.bringIn();
  expect(await stage.names()).not.toContain('Tinplate Park');
});

it('stopped half-way takes back what came in, and holds the page meanwhile', async () => {
  await stage.check(fileOf('many.geojson', benches(600)));
  await button(/^Import/).click();
  await eventually(
    'some have come in',
    () => page.getByText(/^Bringing things in… \d/).elements().length > 0,
  );
  expect(isReloadHeld()).toBe(true);
  await button('Stop and take back').click();
  await expect
    .element(says(/^Stopped\. What had come in was taken back/), { timeout: 60_000 })
    .toBeVisible();
  expect(await stage.names()).toEqual([]);
  expect(isReloadHeld()).toBe(false);
}, 120_000);

it.each([
  ['nothing chosen', undefined, 'Please choose a file first.'],
  ['a web page', fileOf('a.json', '<!doctype html>'), 'This is a web page, not the file itself.'],
  ['a cut file', fileOf('a.json', '{"type":"Feature'), 'The end of this file is missing.'],
  ['no map', fileOf('a.json', '{}'), 'This is neither a GeoJSON map file nor a copy'],
  ['a picture', fileOf('a.png', new Uint8Array([137, 80, 78, 71, 0, 0])), 'This is a picture'],
])('says what is wrong and what to do: %s', async (_, file, words) => {
  if (file) await stage.check(file);
  else await button('Check file').click();
  await expect.element(says(new RegExp(words.replaceAll('.', '\\.')))).toBeVisible();
  await expect
    .element(page.getByLabelText('File to import'))
    .toHaveAttribute('aria-invalid', 'true');
});

it('refuses a file of 200 MB the moment it is chosen, without reading it', async () => {
  const huge = fileOf('huge.geojson', 'x');
  Object.defineProperty(huge, 'size', { value: 200_000_000 });
  const reads = ['arrayBuffer', 'text', 'stream', 'slice'] as const;
  for (const name of reads) {
    Object.defineProperty(huge, name, { value: () => expect.fail(`${name} was called`) });
  }
  await expect.element(page.getByLabelText('File to import')).toBeVisible();
  const input = page.getByLabelText('File to import').element() as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [huge] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await expect
    .element(says(/“huge.geojson” is 200 MB. Files up to 30 MB can be read/))
    .toBeVisible();
});
