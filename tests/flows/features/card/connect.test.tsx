import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
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
const ties = async () =>
  (await stage.opened.catalogue.links.toArray()).filter(({ what }) => what === 'tie');
const choose = async (name: string) => {
  await userEvent.fill(page.getByRole('searchbox'), name);
  await userEvent.click(page.getByRole('button', { name, exact: true }));
};
const say = (sentence: string) => userEvent.click(page.getByRole('radio', { name: sentence }));

describe('connecting two things', () => {
  it('writes the sentence that was chosen, from the side it starts at', async () => {
    await openAt(stage, `/asset/${near.hall.id}/connect`);
    await choose('Tuesday knitters');
    await say('Pill Library hosts meetings of Tuesday knitters');
    await press('Save');
    await eventually('the card', () => location.pathname === `/asset/${near.hall.id}`);
    const [tie, ...others] = await ties();
    expect(others).toEqual([]);
    expect(tie).toMatchObject({ rel: 'meets-at', from: near.knitters.id, to: near.hall.id });
    expect(await heldNow(book(), { type: 'connection', id: tie?.id ?? '' })).toMatchObject({
      from: near.knitters,
      to: near.hall,
      share: 'public',
    });
    await says('hosts meetings of');
    await press('Undo');
    await says('Nothing yet.');
    expect(await ties()).toEqual([]);
  });

  it('keeps what could be as possible and in the team, and tells how a tie stands', async () => {
    await openAt(stage, `/asset/${near.hall.id}/connect`);
    await choose('Tuesday knitters');
    await say('Pill Library could connect with Tuesday knitters');
    await press('Save');
    await eventually('the card', () => location.pathname === `/asset/${near.hall.id}`);
    await says('could connect with');
    const [tie] = await ties();
    const ref = { type: 'connection', id: tie?.id ?? '' } as const;
    expect(await heldNow(book(), ref)).toMatchObject({ state: 'possible', share: 'team' });
    expect(words()).not.toContain('Could be');
    await book().change(ref, { state: 'introduced' });
    await says('Introduced');
  });

  it('tells of a tie that is there, and does not write it twice', async () => {
    await book().connect(near.knitters, near.growers, 'works-with');
    await openAt(stage, `/asset/${near.growers.id}/connect`);
    await choose('Tuesday knitters');
    const there = page.getByRole('radio', { name: /^Pill Growers works with Tuesday knitters/ });
    await expect.element(there).toBeDisabled();
    await says('This is written already.');
  });

  it('does not write it twice when another tab was quicker', async () => {
    await openAt(stage, `/asset/${near.growers.id}/connect`);
    await choose('Tuesday knitters');
    await say('Pill Growers works with Tuesday knitters');
    await book().connect(near.knitters, near.growers, 'works-with');
    await says('This is written already.');
    await press('Save');
    await says('This tie is in the book already');
    expect(await ties()).toHaveLength(1);
  });

  it('asks for what is missing', async () => {
    await openAt(stage, `/asset/${near.growers.id}/connect`);
    await press('Save');
    await says('Please choose what it goes together with.');
    await choose('Tuesday knitters');
    await press('Save');
    await says('Please choose how they go together.');
    expect(await ties()).toEqual([]);
  });

  it('finds no people and not itself, and takes none at their own address', async () => {
    await openAt(stage, `/asset/${near.growers.id}/connect`);
    const list = page.getByRole('list', { name: 'Search for it' });
    await expect.poll(() => list.getByRole('listitem').elements().length).toBe(3);
    expect(list.element().textContent).not.toMatch(/Temple Street|Pill Growers/);
    await openAt(stage, `/asset/${near.person.id}/connect`);
    await says('People stay on this phone');
    expect(page.getByRole('button', { name: 'Save' }).elements()).toEqual([]);
  });
});
