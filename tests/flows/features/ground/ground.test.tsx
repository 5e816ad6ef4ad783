import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useListState } from '#features/list/list-filters.ts';
import { ListScreen } from '#features/list/list-screen.tsx';
import { east, madeUpGround, west } from '../../../support/made-up-ground.ts';
import {
  fixAt,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';
import { closeQuietly } from '../card/card-stage.tsx';
import { added } from '../card/neighbours.ts';

const [lon, lat] = west;
const fix = { lon, lat, accuracyM: 5, at: Date.now() };

let stage: TestRegister;
beforeEach(async () => {
  useListState.getState().clear();
  stage = await openTestRegister({ recentFix: () => fix, locate: async () => fixAt(lon, lat, 5) });
});
afterEach(() => closeQuietly(stage));

const place = (name: string, [x, y]: readonly [number, number]) =>
  added(stage.opened.services.book, 'place', {
    name,
    assetType: 'place.park',
    location: {
      precision: 'exact',
      geometry: { type: 'Point', coordinates: [x, y] },
      capturedBy: 'tap',
      capturedAt: '2026-06-01T10:00:00Z',
    },
  });

const show = () => stage.show(<ListScreen />);
const rows = () => page.getByRole('list', { name: 'Assets' }).getByRole('listitem');
const row = (name: string) => rows().filter({ hasText: name });

describe('with a pack that knows paths', () => {
  beforeEach(async () => {
    await place('Far bank', east);
    await place('Up the road', [-2.99, 51.5895]);
    await show();
    await expect.element(row('Far bank')).toHaveTextContent('about 200 m');
    await stage.opened.device.packs.put(await madeUpGround());
  });

  it('the list speaks of minutes on foot and puts what is over the water last', async () => {
    await expect.element(row('Far bank')).toHaveTextContent('31 min');
    await expect.element(rows().nth(0)).toHaveTextContent(/^Up the road/);
    await expect.element(row('Up the road')).toHaveTextContent('15 min');
    await stage.opened.device.packs.clear();
    await expect.element(row('Far bank')).toHaveTextContent('about 200 m');
    await expect.element(rows().nth(0)).toHaveTextContent(/^Far bank/);
  });

  it('the list is narrowed to what can be walked to', async () => {
    await userEvent.click(page.getByText('More ways to narrow'));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'How far' }), '15');
    await expect.element(row('Far bank')).not.toBeInTheDocument();
    await expect.element(row('Up the road')).toBeVisible();
  });

  it('what the list is narrowed to can be taken back when the pack is gone', async () => {
    await userEvent.click(page.getByText('More ways to narrow'));
    const howFar = page.getByRole('combobox', { name: 'How far' });
    await userEvent.selectOptions(howFar, '15');
    await expect.element(row('Far bank')).not.toBeInTheDocument();
    await stage.opened.device.packs.clear();
    await expect.element(row('Up the road')).not.toBeInTheDocument();
    await userEvent.selectOptions(howFar, '');
    await expect.element(row('Far bank')).toBeVisible();
    await expect.element(howFar).not.toBeInTheDocument();
  });
});
