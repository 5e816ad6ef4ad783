import '#ui/base.css';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fixAt } from '../../../support/open-test-register.tsx';
import { smallPack } from '../../map/map-material.ts';
import { button, closeRegister, openRegister, radio, showAdd, theRegister } from './stage.tsx';

vi.setConfig({ testTimeout: 60_000 });

const recentFix = () => {
  const found = fixAt(-2.9946, 51.5773, 8);
  return found.ok ? found.value : undefined;
};

beforeEach(() => openRegister({ recentFix }));
afterEach(closeRegister);

it('the map a thing is placed on is the pack that holds the spot, not the first one kept', async () => {
  const { packs } = theRegister().opened.services;
  const here = { ...(await smallPack()), name: 'Small', bytes: 1 };
  await packs.add({ ...here, id: 'far', bounds: [0, 52, 0.1, 52.1], attribution: 'Far map' });
  await packs.add({ ...here, id: 'near', attribution: 'Near map' });
  await showAdd();
  await radio('Places').click();
  await button('Place on the map').click();
  await expect.element(page.getByText('Near map'), { timeout: 40_000 }).toBeVisible();
});
