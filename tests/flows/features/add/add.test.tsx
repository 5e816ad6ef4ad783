import '#ui/base.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { JsonObject } from '#base/json.ts';
import { fail } from '#base/result.ts';
import { anotherDraftKey } from '#device/drafts.ts';
import { UnfinishedAdd } from '#features/add/unfinished-add.tsx';
import { addDraftKey } from '#features/add/use-answers.ts';
import { OpenedContext } from '#services/use-services.ts';
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

const here = vi.fn(async () => fixAt(-2.9921, 51.5789, 8));

beforeEach(async () => {
  here.mockReset().mockImplementation(async () => fixAt(-2.9921, 51.5789, 8));
  await openRegister({ locate: here });
});
afterEach(closeRegister);

const spot = { lon: -2.9921, lat: 51.5789, accuracyM: 8 };

const firstRow = () => eventually('a row in the catalogue', async () => (await rows())[0]);

describe('four taps besides typing', () => {
  it('kind, where, Save: the bench is in the book, and Undo takes it out', async () => {
    await showAdd();
    await radio('Places').click();
    expect(document.activeElement?.id).toBe('add-name');
    await type('Chatty bench by the canal');
    await expect.element(page.getByRole('combobox', { name: 'Type' })).toHaveValue('place.bench');
    await button('Use my location').click();
    await expect.element(page.getByText('Here, within 8 metres')).toBeVisible();
    await button('Save').click();

    const row = await firstRow();
    expect(row).toMatchObject({
      name: 'Chatty bench by the canal',
      kind: 'places',
      assetType: 'place.bench',
      share: 'public',
      precision: 'exact',
      lon: -2.9921,
      lat: 51.5789,
    });
    await expect.poll(() => location.pathname).toBe('/list');
    await expect.poll(draftOnDisk).toBeUndefined();
    await button('Undo').click();
    await eventually('the row to go', async () => (await rows()).length === 0);
    await expect.element(page.getByText('Taken out again')).toBeVisible();
  });

  it('Save waits for a phone that is still looking, and is not pressed twice by mistake', async () => {
    let found: (fix: ReturnType<typeof fixAt>) => void = () => {};
    here.mockImplementation(() => new Promise((settle) => (found = settle)));
    await showAdd();
    await radio('Places').click();
    await type('Warm room');
    await button('Use my location').click();
    await button('Save').click();
    await button('Save').click();
    await expect.element(page.getByText('Saving once your place is found')).toBeVisible();
    expect(await rows()).toEqual([]);
    found(fixAt(-2.99, 51.58, 12));
    expect(await firstRow()).toMatchObject({ name: 'Warm room', lon: -2.99 });
    expect(await rows()).toHaveLength(1);
  });

  it('a type corrected by hand is not guessed again', async () => {
    await showAdd();
    await radio('Places').click();
    await type('Bench');
    const types = page.getByRole('combobox', { name: 'Type' });
    await types.selectOptions('place.memorial');
    await box('Name').click();
    await type(' in the park');
    await expect.element(types).toHaveValue('place.memorial');
  });
});

describe('where', () => {
  it('is asked of the phone by that button only', async () => {
    await showAdd();
    await radio('Places').click();
    await type('Bench');
    await button('Type an address').click();
    expect(document.activeElement?.id).toBe('add-typed');
    await type('12 Temple Street, NP20 2GA');
    await expect.element(page.getByText('with the postcode NP20 2GA')).toBeVisible();
    await button('Nowhere yet').click();
    expect(here).not.toHaveBeenCalled();
    await expect.element(button('Nowhere yet')).toHaveAttribute('aria-pressed', 'true');
    await button('Save').click();
    expect(await firstRow()).toMatchObject({ name: 'Bench', precision: 'none' });
  });

  it('that is far off is told, and a phone that will not say loses no words', async () => {
    here.mockImplementationOnce(async () => fixAt(-2.99, 51.58, 320));
    await showAdd();
    await radio('Places').click();
    await type('Bench');
    await button('Use my location').click();
    await expect.element(page.getByText('within 320 metres. Step into the open')).toBeVisible();
    here.mockImplementationOnce(async () => fail('location-denied'));
    await button('Use my location').click();
    await expect.element(page.getByText('does not let Patchbook see')).toBeVisible();
    await button('Save').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Choose another way');
    await expect.element(box('Name')).toHaveValue('Bench');
    expect(await rows()).toEqual([]);
  });
});

describe('on the map', () => {
  it('a cross is put where the thing is, starting from the last place known', async () => {
    const { opened } = theRegister();
    const where = { ...opened.services.where, recent: () => ({ ...spot, at: Date.now() }) };
    const found = { ...opened, services: { ...opened.services, where } };
    await showAdd({}, (screen) => <OpenedContext value={found}>{screen}</OpenedContext>);
    await radio('Places').click();
    await type('Bench');
    await button('Place on the map').click();
    await button('Put it here').click();
    await expect.element(page.getByText('Placed on the map')).toBeVisible();
    await button('Save').click();
    const row = await firstRow();
    expect(row.lon).toBeCloseTo(spot.lon, 4);
    expect(row.lat).toBeCloseTo(spot.lat, 4);
    expect(here).not.toHaveBeenCalled();
  });
});

describe('a person', () => {
  it('begins with a gift, stays on this phone, and has no spot', async () => {
    await showAdd();
    await radio('People').click();
    expect(document.activeElement?.id).toBe('add-gift');
    await type('fix most bikes');
    await box('Name').click();
    await type('Dai');
    await button('Use my location').click();
    await expect.element(page.getByText('never gets kept')).toBeVisible();
    await expect.element(radio('Only this phone')).toBeChecked();
    for (const level of ['The team', 'Members', 'Anyone']) {
      await expect.element(radio(level)).toBeDisabled();
    }
    await expect.element(page.getByText('until they have said yes themselves')).toBeVisible();
    await button('Save').click();
    const row = await firstRow();
    expect(row).toMatchObject({
      name: 'Dai',
      kind: 'people',
      share: 'device',
      line: 'fix most bikes',
    });
    expect(row.lon).toBeUndefined();
    expect(here).not.toHaveBeenCalled();
  });
});

describe('nothing typed is lost', () => {
  it('when the tab is killed: the same words, the same question, and a word about it', async () => {
    await showAdd();
    await radio('Groups').click();
    await type('Tuesday knitt');
    await button('Type an address').click();
    await type('Pill Libr');
    await draftHolds('Pill Libr');
    await eventually('the question on disk', async () =>
      JSON.stringify(await draftOnDisk())?.includes('add-typed'),
    );
    theRegister().kill();
    await showAdd();
    await expect.element(box('Name')).toHaveValue('Tuesday knitt');
    await expect.element(box('Street, area or address')).toHaveValue('Pill Libr');
    await expect.element(radio('Groups')).toBeChecked();
    await expect.element(page.getByText('Nothing was lost')).toBeVisible();
    await eventually('the focus', () => document.activeElement?.id === 'add-typed');
    await type('ary');
    await expect.element(box('Street, area or address')).toHaveValue('Pill Library');
  });

  it('the list says what waits, until it is saved', async () => {
    await showAdd();
    await radio('Places').click();
    await type('Chatty bench');
    await draftHolds('Chatty bench');
    await theRegister().show(<UnfinishedAdd />);
    await expect.element(page.getByText('You were adding “Chatty bench”')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Carry on' }))
      .toHaveAttribute(
        'href',
        `/add?draft=${encodeURIComponent(addDraftKey(theRegister().register))}`,
      );
    await showAdd();
    await button('Save').click();
    await firstRow();
    await eventually('no draft', async () => (await draftOnDisk()) === undefined);
  });

  it('what was saved just before the phone died is said to be saved, and is not there twice', async () => {
    const { register, opened } = theRegister();
    await showAdd();
    await radio('Places').click();
    await type('Chatty bench');
    await draftHolds('Chatty bench');
    const asTyped = await draftOnDisk();
    await button('Save').click();
    await firstRow();
    await eventually('no draft', async () => (await draftOnDisk()) === undefined);
    // It died before the draft was gone.
    await opened.drafts.write(addDraftKey(register), asTyped ?? null);
    const another = { ...(asTyped as JsonObject), id: '', name: 'Seed swap' };
    await opened.drafts.write(anotherDraftKey(addDraftKey(register), 'another'), another);
    await theRegister().show(<UnfinishedAdd />);
    await expect.element(page.getByText('You were adding “Seed swap”')).toBeVisible();
    await expect.element(page.getByText('Chatty bench')).not.toBeInTheDocument();
    await showAdd();
    await expect.element(page.getByText('Saved: Chatty bench')).toBeVisible();
    await expect.element(box('Name')).toHaveValue('');
    await eventually('no draft', async () => (await draftOnDisk()) === undefined);
    expect(await rows()).toHaveLength(1);
  });

  it('starting again can be undone', async () => {
    await showAdd();
    await radio('Places').click();
    await type('Chatty bench');
    await draftHolds('Chatty bench');
    await showAdd();
    await button('Start again').click();
    await expect.element(box('Name')).toHaveValue('');
    await button('Undo').click();
    await expect.element(box('Name')).toHaveValue('Chatty bench');
  });

  it('when the phone is full: the words stay, and the next try makes one record', async () => {
    const { opened } = theRegister();
    const add = vi.fn(opened.services.book.add);
    add.mockImplementationOnce(async () => fail('disk-full'));
    const full = {
      ...opened,
      services: { ...opened.services, book: { ...opened.services.book, add } },
    };
    await showAdd({}, (screen) => <OpenedContext value={full}>{screen}</OpenedContext>);
    await radio('Places').click();
    await type('Chatty bench');
    await button('Save').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('This phone is full');
    await expect.element(box('Name')).toHaveValue('Chatty bench');
    await button('Save').click();
    await firstRow();
    expect(add.mock.calls[0]?.[2]).toBe(add.mock.calls[1]?.[2]);
  });
});

describe('what needs a change', () => {
  it('is told on top with the way to it, and beside its question', async () => {
    await showAdd();
    await button('Save').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Choose what it is');
    await radio('Places').click();
    await button('Save').click();
    await page.getByRole('link', { name: 'Give it a name' }).click();
    expect(document.activeElement?.id).toBe('add-name');
    await box('Name').fill('x'.repeat(121));
    await button('Save').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Please use fewer words');
    await expect.element(box('Name')).toHaveValue('x'.repeat(121));
  });

  it('with keys alone the kinds can be gone through: nothing takes the focus away', async () => {
    await showAdd();
    document.querySelector<HTMLElement>('header button')?.focus();
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}');
    await expect.element(radio('Organisations')).toBeChecked();
    expect(document.activeElement?.getAttribute('name')).toBe('add-kind');
  });
});
