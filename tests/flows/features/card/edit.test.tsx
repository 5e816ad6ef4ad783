import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { isReloadHeld } from '#platform/hold-reload.ts';
import { madeUpGround } from '../../../support/made-up-ground.ts';
import {
  eventually,
  fixAt,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';
import { closeQuietly, openAt, press, words } from './card-stage.tsx';
import { heldNow, type Neighbours, neighbours } from './neighbours.ts';

let stage: TestRegister;
let near: Neighbours;
const book = () => stage.opened.services.book;

beforeEach(async () => {
  stage = await openTestRegister({ locate: async () => fixAt(-2.9912345, 51.5798765, 8) });
  near = await neighbours(book());
});
afterEach(() => closeQuietly(stage));

const says = (text: string) => eventually(text, () => words().includes(text));
const box = (name: string) => page.getByRole('textbox', { name, exact: true });
const openEdit = (id: string) => openAt(stage, `/asset/${id}/edit`);
const onCard = (id: string) => eventually('the card', () => location.pathname === `/asset/${id}`);
const draftOf = async (id: string) => (await stage.opened.device.drafts.get(`edit:${id}`))?.value;

// The whole form of a kind is on the page: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe('editing a card', () => {
  it('saves what was changed and nothing else, with the way back', async () => {
    await openEdit(near.knitters.id);
    await userEvent.fill(box('What brings them together'), 'Wool, tea and cake.');
    // Someone else is quicker with another field.
    await book().change(near.knitters, { joinHow: 'Just turn up' });
    await press('Save');
    await onCard(near.knitters.id);
    const held = await heldNow(book(), near.knitters);
    expect(held).toMatchObject({ purpose: 'Wool, tea and cake.', joinHow: 'Just turn up' });
    expect(await draftOf(near.knitters.id)).toBeUndefined();
    await press('Undo');
    await eventually('the words of before', async () => {
      const { purpose } = await heldNow(book(), near.knitters);
      return purpose === 'Wool and tea.';
    });
  });

  it('opens the map at once when one comes to put it there, unless it has a spot', async () => {
    await openAt(stage, `/asset/${near.knitters.id}/edit?place`);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await book().change(near.knitters, {
      location: {
        precision: 'exact',
        geometry: { type: 'Point', coordinates: [-2.99, 51.58] },
        capturedBy: 'tap',
        capturedAt: '2026-11-01T10:00:00Z',
      },
    });
    stage.leave();
    await openAt(stage, `/asset/${near.knitters.id}/edit?place`);
    await expect.element(box('Name')).toBeVisible();
    expect(page.getByRole('dialog').elements()).toEqual([]);
  });

  it('suggests addresses of the map pack, and puts the chosen one on the map', async () => {
    await stage.opened.device.packs.put(await madeUpGround());
    await openEdit(near.knitters.id);
    await userEvent.fill(box('House and street'), '3 alder rd');
    await press('3 Alder Road, NP20 2ZZ');
    await expect.element(box('House and street')).toHaveValue('3 Alder Road');
    await expect.element(box('Postcode')).toHaveValue('NP20 2ZZ');
    expect(page.getByRole('list', { name: 'On your map' }).elements()).toEqual([]);
    await press('Save');
    await onCard(near.knitters.id);
    expect(await heldNow(book(), near.knitters)).toMatchObject({
      address: { line1: '3 Alder Road', postcode: 'NP20 2ZZ' },
      location: { capturedBy: 'geocode' },
    });
  });

  it('clears a field that is emptied', async () => {
    await openEdit(near.knitters.id);
    await userEvent.clear(box('What brings them together'));
    await press('Save');
    await onCard(near.knitters.id);
    expect(await heldNow(book(), near.knitters)).not.toHaveProperty('purpose');
  });

  it('says beside the field what is wrong, and keeps every word', async () => {
    await openEdit(near.knitters.id);
    await userEvent.clear(box('Name'));
    await userEvent.fill(box('What brings them together'), 'Wool, tea and cake.');
    await press('Save');
    await eventually('the summary', () => document.querySelector('[role=alert]'));
    await expect.element(box('Name')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(box('What brings them together')).toHaveValue('Wool, tea and cake.');
    expect(await heldNow(book(), near.knitters)).toMatchObject({ name: 'Tuesday knitters' });
  });

  it('loses nothing when the phone is full', async () => {
    (book() as { change: unknown }).change = async () => ({
      ok: false,
      error: { kind: 'disk-full' },
    });
    await openEdit(near.knitters.id);
    await userEvent.fill(box('What brings them together'), 'Wool, tea and cake.');
    await press('Save');
    await says('This phone is full.');
    await expect.element(box('What brings them together')).toHaveValue('Wool, tea and cake.');
  });
});

describe('what was typed and not saved', () => {
  it('holds updates back, survives a killed tab, and is told on the card', async () => {
    await openEdit(near.knitters.id);
    expect(isReloadHeld()).toBe(false);
    await userEvent.fill(box('What brings them together'), 'Wool and needles.');
    expect(isReloadHeld()).toBe(true);
    await eventually('a draft on disk', () => draftOf(near.knitters.id));
    stage.kill();
    await openAt(stage, `/asset/${near.knitters.id}`);
    await says('You have unsaved changes.');
    await press('Carry on');
    await says('Nothing was lost.');
    await expect.element(box('What brings them together')).toHaveValue('Wool and needles.');
    await press('Save');
    await onCard(near.knitters.id);
    expect(await heldNow(book(), near.knitters)).toMatchObject({ purpose: 'Wool and needles.' });
    expect(words()).not.toContain('You have unsaved changes.');
  });

  it('is thrown away only on purpose, and even that can be undone', async () => {
    await openEdit(near.knitters.id);
    await userEvent.fill(box('What brings them together'), 'Wool and needles.');
    await press('Close');
    await onCard(near.knitters.id);
    await says('You have unsaved changes.');
    await press('Throw away');
    await eventually('no draft', async () => (await draftOf(near.knitters.id)) === undefined);
    await press('Undo');
    await says('You have unsaved changes.');
    await eventually('the draft again', () => draftOf(near.knitters.id));
  });

  it('leaves no trace where nothing was typed', async () => {
    await openEdit(near.knitters.id);
    await press('Close');
    await onCard(near.knitters.id);
    expect(words()).not.toContain('You have unsaved changes.');
  });
});

describe('where it is', () => {
  it('is taken from the phone when asked, and shown to the street only on demand', async () => {
    await openEdit(near.growers.id);
    await press('Use my location');
    await says('Found here, within 8 metres.');
    await userEvent.click(page.getByRole('radio', { name: /The street only/ }));
    await press('Save');
    await onCard(near.growers.id);
    const { location: kept } = await heldNow(book(), near.growers);
    expect(kept).toMatchObject({
      precision: 'street',
      geometry: { type: 'Point', coordinates: [-2.991, 51.58] },
    });
    expect(kept).not.toHaveProperty('accuracyM');
  });

  it('is never asked of the phone for a person', async () => {
    await openEdit(near.person.id);
    await expect.element(box('Street or area')).toBeVisible();
    expect(page.getByRole('button', { name: 'Use my location' }).elements()).toEqual([]);
    expect(page.getByRole('button', { name: 'Place on the map' }).elements()).toEqual([]);
  });

  it('is another card, found by search', async () => {
    await openEdit(near.knitters.id);
    const group = page.getByRole('group', { name: 'Where they meet' });
    await userEvent.click(group.getByRole('button', { name: 'Choose another' }));
    await userEvent.fill(group.getByRole('searchbox'), 'bench');
    await userEvent.click(group.getByRole('button', { name: 'Bench by the canal' }));
    await press('Save');
    await onCard(near.knitters.id);
    expect(await heldNow(book(), near.knitters)).toMatchObject({ meetsAt: near.bench.id });
  });
});

describe('who may see it', () => {
  it('shows all four levels, and moves a card to fewer people', async () => {
    await openEdit(near.growers.id);
    const radios = page.getByRole('group', { name: 'Who may see this' }).getByRole('radio');
    await expect.poll(() => radios.elements().length).toBe(4);
    await userEvent.click(page.getByRole('radio', { name: /^The team/ }));
    await press('Save');
    await onCard(near.growers.id);
    expect(await heldNow(book(), near.growers)).toMatchObject({ share: 'team' });
  });

  it('keeps a person on this phone and says why', async () => {
    await openEdit(near.person.id);
    await expect.element(page.getByRole('radio', { name: /^Anyone/ })).toBeDisabled();
    await says('People stay on this phone until they have said yes themselves.');
  });
});
