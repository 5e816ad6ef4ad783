import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Ref } from '#domain/record/values.ts';
import {
  eventually,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';
import { closeQuietly, openAt, press, words } from './card-stage.tsx';
import { heldNow, type Neighbours, neighbours } from './neighbours.ts';

let stage: TestRegister;
let near: Neighbours;
const book = () => stage.opened.services.book;

beforeEach(async () => {
  stage = await openTestRegister();
  near = await neighbours(book());
});
afterEach(() => closeQuietly(stage));

const says = (text: string) => eventually(text, () => words().includes(text));
const box = (name: string) => page.getByRole('textbox', { name, exact: true });
const activities = async (): Promise<Ref[]> =>
  (await stage.opened.catalogue.things.toArray())
    .filter(({ type }) => type === 'activity')
    .map(({ id }) => ({ type: 'activity', id }));
const theOne = async () => {
  const [found = { type: 'activity', id: '' }] = await activities();
  return heldNow(book(), found);
};
const fill = async (title: string, when: string) => {
  await userEvent.fill(box('Name'), title);
  await userEvent.fill(box('In your own words'), when);
};

describe('"Something happens here"', () => {
  it('needs a name and when: the place and who makes it are filled in', async () => {
    await openAt(stage, `/asset/${near.hall.id}/happens`);
    await fill('Coffee morning', 'Most Fridays');
    await press('Save');
    await eventually('the card', () => location.pathname === `/asset/${near.hall.id}`);
    await says('Coffee morning');
    expect(await theOne()).toMatchObject({
      title: 'Coffee morning',
      kind: 'activity',
      organiser: near.hall,
      placeId: near.hall.id,
      schedules: [{ words: 'Most Fridays' }],
      share: 'public',
    });
    await press('Undo');
    await eventually('it is gone', async () => (await activities()).length === 0);
  });

  it('happens where the group meets', async () => {
    await openAt(stage, `/asset/${near.knitters.id}/happens`);
    await expect.element(page.getByRole('radio', { name: 'Here: Pill Library' })).toBeChecked();
    await fill('Yarn swap', 'In May');
    await press('Save');
    await says('Yarn swap');
    expect(await theOne()).toMatchObject({ organiser: near.knitters, placeId: near.hall.id });
  });

  it('can be made by someone else than the place', async () => {
    await openAt(stage, `/asset/${near.hall.id}/happens`);
    await fill('Seed swap', 'In March');
    await userEvent.click(page.getByRole('radio', { name: 'Someone else' }));
    await press('Save');
    await says('Please fill this in.');
    await userEvent.click(page.getByRole('button', { name: 'Pill Growers' }));
    await press('Save');
    await eventually('the card', () => location.pathname === `/asset/${near.hall.id}`);
    expect(await theOne()).toMatchObject({ organiser: near.growers, placeId: near.hall.id });
  });

  it('can wait for its place', async () => {
    await openAt(stage, `/asset/${near.growers.id}/happens`);
    await fill('Big dig', 'When it is dry');
    await press('Save');
    await says('Please say where it happens');
    await userEvent.click(page.getByRole('radio', { name: 'The place is not settled yet' }));
    await press('Save');
    await says('Big dig');
    expect(await theOne()).toMatchObject({ placeToBeConfirmed: true });
  });

  it('says what is missing beside it, and a killed tab loses no word', async () => {
    await openAt(stage, `/asset/${near.hall.id}/happens`);
    await userEvent.fill(box('Name'), 'Coffee morning');
    await press('Save');
    await eventually('a summary', () => document.querySelector('[role=alert]'));
    expect(await activities()).toEqual([]);
    await eventually('a draft on disk', async () => {
      const draft = await stage.opened.device.drafts.get(`happens:${near.hall.id}`);
      return JSON.stringify(draft?.value ?? '').includes('Coffee morning');
    });
    stage.kill();
    await openAt(stage, `/asset/${near.hall.id}/happens`);
    await expect.element(box('Name')).toHaveValue('Coffee morning');
  });
});
