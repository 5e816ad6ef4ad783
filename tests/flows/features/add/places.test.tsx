import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { madeUpGround } from '../../../support/made-up-ground.ts';
import { eventually, fixAt } from '../../../support/open-test-register.tsx';
import {
  box,
  button,
  closeRegister,
  draftHolds,
  draftOnDisk,
  openRegister,
  radio,
  rows,
  showAdd,
  theRegister,
  type,
} from './stage.tsx';

beforeEach(async () => {
  await openRegister({ locate: async () => fixAt(-2.9901, 51.58, 8) });
  await theRegister().opened.device.packs.put(await madeUpGround());
});
afterEach(closeRegister);

const firstRow = () => eventually('a row in the catalogue', async () => (await rows())[0]);
const suggestions = () => page.getByRole('list', { name: 'On your map' });
const read = async () => {
  const { id, type: kind } = await firstRow();
  const found = await theRegister().opened.services.book.read({ id, type: kind as 'place' });
  return found.ok ? (found.value.record as unknown as Record<string, unknown>) : undefined;
};

describe('an address, with a pack that knows streets', () => {
  it('is suggested while it is typed, and stands on the map when it is chosen', async () => {
    await showAdd();
    await radio('Places').click();
    await type('Alder Road hall');
    await button('Type an address').click();
    await userEvent.fill(box('Street, area or address'), '3 alder rd');
    await suggestions().getByRole('button', { name: '3 Alder Road, NP20 2ZZ' }).click();
    await expect.element(box('Street, area or address')).toHaveValue('3 Alder Road, NP20 2ZZ');
    await expect.element(page.getByText('Kept as an address, and found on the map.')).toBeVisible();
    await button('Save').click();
    expect(await firstRow()).toMatchObject({ lon: -2.9901, lat: 51.5802, precision: 'exact' });
    expect(await read()).toMatchObject({
      address: { line1: '3 Alder Road', postcode: 'NP20 2ZZ' },
      location: { capturedBy: 'geocode' },
    });
  });

  it('typed on by hand is an address without a spot again', async () => {
    await showAdd();
    await radio('Places').click();
    await type('Alder Road hall');
    await button('Type an address').click();
    await userEvent.fill(box('Street, area or address'), '3 alder rd');
    await suggestions().getByRole('button', { name: '3 Alder Road, NP20 2ZZ' }).click();
    await userEvent.fill(box('Street, area or address'), '5 Elsewhere Road');
    await button('Save').click();
    expect(await firstRow()).not.toHaveProperty('lon');
  });

  it('where the phone is can be given its address, by a press and not by itself', async () => {
    await showAdd();
    await radio('Places').click();
    await type('Alder Road hall');
    await button('Use my location').click();
    await button('It is 1 Alder Road, NP20 2ZZ').click();
    await button('Save').click();
    await firstRow();
    expect(await read()).toMatchObject({
      address: { line1: '1 Alder Road', postcode: 'NP20 2ZZ' },
      location: { capturedBy: 'gps', accuracyM: 8 },
    });
  });

  it('of what may be a home is a street: the place of the door is not kept, not even in the draft', async () => {
    await showAdd();
    await radio('Groups').click();
    await type('Lunch club');
    await button('Type an address').click();
    await userEvent.fill(box('Street, area or address'), '3 alder rd');
    await expect.element(suggestions().getByRole('button', { name: 'Alder Road' })).toBeVisible();
    expect(suggestions().getByRole('button').all()).toHaveLength(1);
    await suggestions().getByRole('button', { name: 'Alder Road' }).click();
    await draftHolds('street-snap');
    expect(await draftOnDisk()).toMatchObject({ spot: { lon: -2.99, lat: 51.58 } });
  });

  it('of a person is a street by its name: no door is offered and no spot is kept', async () => {
    await showAdd();
    await radio('People').click();
    await type('mend clocks');
    await box('Name').click();
    await type('Dai');
    await button('Type an address').click();
    await userEvent.fill(box('Street or area, never the door'), '3 alder rd');
    await expect.element(suggestions().getByRole('button', { name: 'Alder Road' })).toBeVisible();
    expect(suggestions().getByRole('button').all()).toHaveLength(1);
    await suggestions().getByRole('button', { name: 'Alder Road' }).click();
    await button('Save').click();
    const row = await firstRow();
    expect(row).not.toHaveProperty('lon');
    expect(row.where).toContain('Alder Road');
  });

  it('is not suggested for what must stay secret', async () => {
    await showAdd();
    await radio('Organisations').click();
    await type('Women’s Aid');
    await button('Type an address').click();
    await userEvent.fill(box('Street, area or address'), '3 alder rd');
    await expect.element(suggestions()).toBeVisible();
    await page.getByRole('checkbox', { name: 'Where it is must stay secret' }).click();
    await expect.element(suggestions()).not.toBeInTheDocument();
  });
});
