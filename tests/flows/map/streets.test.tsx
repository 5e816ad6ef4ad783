import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MapScreen } from '#features/map/map-screen.tsx';
import { madeUpGround } from '../../support/made-up-ground.ts';
import { openTestRegister, type TestRegister } from '../../support/open-test-register.tsx';
import { closeQuietly } from '../features/card/card-stage.tsx';
import { added } from '../features/card/neighbours.ts';

let stage: TestRegister;
beforeEach(async () => {
  stage = await openTestRegister();
  await added(stage.opened.services.book, 'place', {
    name: 'Reading room',
    assetType: 'place.hall',
    location: {
      precision: 'exact',
      geometry: { type: 'Point', coordinates: [-2.9897, 51.5801] },
      capturedBy: 'tap',
      capturedAt: '2026-06-01T10:00:00Z',
    },
  });
  // Streets to search and paths to walk; its tiles are not asked for where nothing can be drawn.
  await stage.opened.device.packs.put(await madeUpGround());
});
afterEach(() => closeQuietly(stage));

const streets = () => page.getByRole('list', { name: 'Streets and addresses' });
const row = () => page.getByRole('list', { name: 'What is in view' }).getByRole('listitem');

it('a street is found from the map, and minutes are told from there until it is let go', async () => {
  await stage.show(<MapScreen />);
  await expect.element(row()).toHaveTextContent(/^Reading room/);
  await expect.element(row()).not.toHaveTextContent('min');
  await userEvent.fill(page.getByRole('searchbox'), '1 alder');
  await streets().getByRole('button', { name: '1 Alder Road, NP20 2ZZ' }).click();
  await expect.element(page.getByRole('button', { name: 'Told from 1 Alder Road' })).toBeVisible();
  await expect.element(row()).toHaveTextContent('1 min');
  await expect.element(page.getByText('Minutes are on foot')).toBeVisible();
  await page.getByRole('button', { name: 'Told from 1 Alder Road' }).click();
  await expect.element(row()).not.toHaveTextContent('min');
});
