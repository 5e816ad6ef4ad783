import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
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
const openHistory = () => openAt(stage, `/asset/${near.knitters.id}/history`);
const purposeNow = async () => (await heldNow(book(), near.knitters))['purpose'];

it('tells what was said before in the words of the card, and puts it back with Undo', async () => {
  await book().change(near.knitters, { purpose: 'Wool, tea and cake.' });
  await openHistory();
  await says('Wool, tea and cake.');
  await says('Tuesdays, 10:00 to 12:00');
  await press('Put back What brings them together: Wool and tea.');
  await eventually('the old words', async () => (await purposeNow()) === 'Wool and tea.');
  await press('Undo');
  await eventually('the new words', async () => (await purposeNow()) === 'Wool, tea and cake.');
});

it('offers nothing that is so already', async () => {
  await openHistory();
  await says('Wool and tea.');
  expect(page.getByRole('button', { name: /^Put back/ }).elements()).toEqual([]);
  expect(words()).toContain('now');
});

it('tells what was left empty, and empties it again', async () => {
  await book().change(near.knitters, { purpose: null });
  await book().change(near.knitters, { purpose: 'Wool, tea and cake.' });
  await openHistory();
  await says('Wool, tea and cake.');
  await press('Put back What brings them together: Left empty');
  await eventually('nothing', async () => (await purposeNow()) === undefined);
  await press('Undo');
  await eventually('the words', async () => (await purposeNow()) === 'Wool, tea and cake.');
});

it('grows by itself when the card changes elsewhere', async () => {
  await openHistory();
  await says('Wool and tea.');
  await book().change(near.knitters, { status: 'dormant' });
  await says('Resting');
  await press(/^Put back How it stands: Up and running/);
  await eventually('it is up again', async () => {
    const { status } = await heldNow(book(), near.knitters);
    return status === 'active';
  });
});
