// First, so that its layers come in their order: whatever loads a component before it turns them round.
import '#ui/base.css';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  axeTroubles,
  eventually,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';
import { closeQuietly, fullest, openAt } from './card-stage.tsx';
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

// Axe reads the whole form of a kind.
vi.setConfig({ testTimeout: 60_000 });

const looks = [
  ['light', 'en-GB'],
  ['dark', 'en-GB'],
  ['sun', 'en-GB'],
  ['light', 'ar-XB'],
  ['dark', 'ar-XB'],
  ['sun', 'ar-XB'],
] as const;
/** Each screen with how many of what it has once all of it is there. */
const parts = [
  ['', 'h2', 9],
  ['/edit', 'fieldset', 14],
  ['/history', 'h3', 20],
  ['/connect', 'main li', 3],
  ['/happens', 'input[type=radio]', 6],
  ['/as/member', 'h2', 9],
  ['/as/team', 'h2', 9],
] as const;

const count = (selector: string) => document.querySelectorAll(selector).length;
const settled = (selector: string, least: number) =>
  eventually(
    `${least} ${selector}, not ${count(selector)}`,
    () => count(selector) >= least && count('[class*=coming], [data-waiting]') === 0,
  );

describe.each(looks)('on a phone of 320 px, %s, %s', (theme, locale) => {
  it.each(parts)(
    'a card with everything%s: axe finds nothing, nothing is cut off',
    async (part) => {
      await openAt(stage, `/asset/${rich}${part}`, { theme, locale });
      await settled('main a, main button', 2);
      expect(await axeTroubles()).toEqual([]);
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    },
  );

  it('a person, an unconfirmed thing and no card at all: axe finds nothing', async () => {
    for (const id of [near.person.id, near.bench.id, crypto.randomUUID()]) {
      await openAt(stage, `/asset/${id}`, { theme, locale });
      await settled('main a, main button', 2);
      expect(await axeTroubles(), id).toEqual([]);
    }
  });
});
