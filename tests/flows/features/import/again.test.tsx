import '#ui/base.css';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { importedId } from '#domain/import-batch/imported-id.ts';
import madeUp from '../../../fixtures/import/made-up-osm.geojson?raw';
import later from '../../../fixtures/import/made-up-osm-later.geojson?raw';
import { axeTroubles } from '../../../support/open-test-register.tsx';
import { button, fileOf, isAt, openImport, says, tick } from './import-stage.tsx';

let stage: Awaited<ReturnType<typeof openImport>>;
beforeEach(async () => {
  stage = await openImport();
});
afterEach(() => stage.close());

const idOf = (object: string) => importedId(`osm:${object}`);
const rowOf = (object: string) => stage.opened.catalogue.things.get(idOf(object));

it('says what becomes of every entry, before and after', async () => {
  await stage.check(fileOf('street.geojson', madeUp));
  await expect.element(says('What becomes of the 15 entries in the file:')).toBeVisible();
  await stage.bringIn();
  const outcome = page.getByRole('status');
  await expect.element(says('Of the 15 entries in the file:')).toBeVisible();
  for (const line of ['7 came in', '2 were offered and left out', '5 refused', '1 has no type yet'])
    await expect.element(outcome.getByText(line)).toBeVisible();
  const library = idOf('node/101');
  const { finder } = stage;
  const found = async (text: string) => (await finder.find({ text, limit: 1 })).ids;
  await expect.poll(() => found('Rivermouth Library')).toEqual([library]);
  expect(await found('llyfrgell')).toEqual([library]);
  expect((await finder.find({ limit: 50 })).ids).toContain(library);
  expect((await finder.mapPoints({})).map(({ id }) => id)).toContain(library);
});

it('marks a twin with what it looks like, off until a person says otherwise', async () => {
  await stage.check(fileOf('later.geojson', later));
  const twin = tick(/^Llyfrgell Aber Looks like “Rivermouth Library” in this file/);
  await expect.element(twin).not.toBeChecked();
  await expect.element(button('Import 7 things')).toBeVisible();
  expect(await axeTroubles()).toEqual([]);
  await twin.click();
  await button('Import 8 things').click();
  await isAt('done');
  expect(await stage.names()).toContain('Llyfrgell Aber');
});

it('the same file again: nothing has changed, and nothing is written', async () => {
  await stage.check(fileOf('street.geojson', madeUp));
  await stage.bringIn();
  const before = await stage.opened.catalogue.things.toArray();
  await stage.check(fileOf('street.geojson', madeUp));
  await expect.element(says(/^What stands in the book says the same/)).toBeVisible();
  expect(await stage.opened.catalogue.things.toArray()).toEqual(before);
});

it('a newer file: what is new, what a neighbour said, what is gone; taken and taken back', async () => {
  await stage.check(fileOf('street.geojson', madeUp));
  await stage.bringIn();
  const library = { type: 'organisation', id: idOf('node/101') } as const;
  await stage.book.change(library, { name: 'Our library' });
  await stage.check(fileOf('later.geojson', later));
  await expect.element(page.getByRole('heading', { name: 'What has changed since' })).toBeVisible();
  await expect.element(says('In the file: Ferry Allotments')).toBeVisible();
  await expect.element(tick(/^Our library: Name/)).not.toBeChecked();
  await expect.element(says(/1 thing came in before and is not in this file now/)).toBeVisible();
  await expect.element(page.getByText('The Long Planter')).toBeVisible();
  expect(await axeTroubles()).toEqual([]);

  await tick(/^Take all that is new/).click();
  await button(/^Import 1 thing and take changes for 3 things/).click();
  await isAt('done');
  await expect.element(says('3 things took what is new in the file')).toBeVisible();
  expect(await rowOf('node/101')).toMatchObject({ name: 'Our library' });
  expect(await rowOf('relation/104')).toMatchObject({ name: 'Ferry Allotments' });
  expect(await rowOf('way/103')).toMatchObject({ name: 'The Long Planter' });

  await button('Undo import').first().click();
  await isAt('undone');
  await expect.element(says('Taken back: 4 things are as they were before.')).toBeVisible();
  expect(await rowOf('node/101')).toMatchObject({ name: 'Our library' });
  expect(await rowOf('relation/104')).toMatchObject({ name: 'Allotments' });
  expect(await rowOf('node/202')).toBeUndefined();
});

it('a neighbour’s word gives way only where a person says so', async () => {
  await stage.check(fileOf('street.geojson', madeUp));
  await stage.bringIn();
  await stage.book.change({ type: 'place', id: idOf('way/102') }, { name: 'The Tin' });
  await stage.check(fileOf('again.geojson', madeUp));
  await expect.element(says('Here: The Tin')).toBeVisible();
  await tick(/^The Tin: Name/).click();
  await button('Take changes for 1 thing').click();
  await isAt('done');
  expect(await rowOf('way/102')).toMatchObject({ name: 'Tinplate Park' });
  await button('Undo import').first().click();
  await isAt('undone');
  expect(await rowOf('way/102')).toMatchObject({ name: 'The Tin' });
});
