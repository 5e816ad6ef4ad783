import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  axeTroubles,
  eventually,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';
import { closeQuietly, fullest, openAt, words } from './card-stage.tsx';
import { added, type Neighbours, neighbours } from './neighbours.ts';

let stage: TestRegister;
let near: Neighbours;
let rich: string;

const bookkeeping = ['id', 'type', 'createdAt'];

beforeAll(async () => {
  await page.viewport(320, 640);
  stage = await openTestRegister();
  const { book } = stage.opened.services;
  near = await neighbours(book);
  const full = Object.entries(fullest('group')).filter(([key]) => !bookkeeping.includes(key));
  const all = await added(book, 'group', { ...Object.fromEntries(full), meetsAt: near.hall.id });
  await book.connect(all, near.hall, 'meets-at');
  await book.change(all, { purpose: 'Wool, tea and cake.' });
  rich = all.id;
});
afterAll(() => closeQuietly(stage));

const looks = [
  ['light', 'en-GB'],
  ['dark', 'en-GB'],
  ['sun', 'en-GB'],
  ['light', 'ar-XB'],
  ['dark', 'ar-XB'],
  ['sun', 'ar-XB'],
] as const;
const parts = ['', '/edit', '/history', '/connect', '/happens'];

const settled = () =>
  eventually(
    'all of it',
    () => !words().includes('…') && document.querySelectorAll('h1').length === 1,
  );

describe.each(looks)('on a phone of 320 px, %s, %s', (theme, locale) => {
  it.each(parts)(
    'a card with everything%s: axe finds nothing, nothing is cut off',
    async (part) => {
      await openAt(stage, `/asset/${rich}${part}`, { theme, locale });
      await settled();
      expect(await axeTroubles()).toEqual([]);
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    },
  );

  it('a person, an unconfirmed thing and no card at all: axe finds nothing', async () => {
    for (const id of [near.person.id, near.bench.id, crypto.randomUUID()]) {
      await openAt(stage, `/asset/${id}`, { theme, locale });
      await settled();
      expect(await axeTroubles(), id).toEqual([]);
    }
  });
});
