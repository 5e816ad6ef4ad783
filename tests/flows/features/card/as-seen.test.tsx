import '#ui/base.css';

import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  eventually,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';
import { closeQuietly, openAt, press, words } from './card-stage.tsx';
import { added, type Neighbours, neighbours } from './neighbours.ts';

let stage: TestRegister;
let near: Neighbours;
const book = () => stage.opened.services.book;

beforeEach(async () => {
  stage = await openTestRegister();
  near = await neighbours(book());
});
afterEach(() => closeQuietly(stage));

const says = (text: string) => eventually(text, () => words().includes(text));
const keptBack = () => page.getByRole('region', { name: 'What members do not get' }).element();

it('shows a member’s card from the card, and names what stays away without saying it', async () => {
  await openAt(stage, `/asset/${near.knitters.id}`);
  await press('See it as a member sees it');
  await says('This is all that a member’s phone gets of this card.');
  await says('Wool and tea.');
  expect(keptBack().textContent).toContain('Not shown to members: Note for the team.');
  const read = await book().read({ type: 'group', id: near.knitters.id });
  const note = read.ok && 'note' in read.value.record ? read.value.record.note : undefined;
  expect(note).toBeTruthy();
  expect(words()).not.toContain(note);
  await press('Back');
  await says('Look after this card');
});

it('shows the team all of it', async () => {
  await openAt(stage, `/asset/${near.knitters.id}`);
  await press('See it as the team sees it');
  await says('The team gets all of it.');
  await says('Note for the team');
});

it('says of a tie and of a name that members cannot see that they are missing', async () => {
  const hidden = await added(book(), 'place', {
    name: 'Hidden hall',
    assetType: 'place.hall',
    share: 'team',
  });
  const knitters = { type: 'group', id: near.knitters.id } as const;
  await book().connect(knitters, hidden, 'meets-at');
  await book().change(knitters, { meetsAt: hidden.id });
  await openAt(stage, `/asset/${near.knitters.id}/as/member`);
  await says('1 connection is not shown.');
  await says('1 other card that it names is not shown.');
  expect(words()).not.toContain('Hidden hall');
});

it.each([
  ['a person', () => near.person.id, 'Only this phone has this.'],
  ['what is for the team', () => near.bench.id, 'Only the team may see this.'],
])('members do not get %s', async (_, id, why) => {
  await book().change({ type: 'place', id: near.bench.id }, { share: 'team' });
  await openAt(stage, `/asset/${id()}/as/member`);
  await says('Members do not get this card');
  await says(why);
});
