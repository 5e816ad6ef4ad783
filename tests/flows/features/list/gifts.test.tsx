import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useListState } from '#features/list/list-filters.ts';
import { ListScreen } from '#features/list/list-screen.tsx';
import { openTestRegister, type TestRegister } from '../../../support/open-test-register.tsx';
import { closeQuietly } from '../card/card-stage.tsx';
import { added, neighbours } from '../card/neighbours.ts';

let stage: TestRegister;
beforeEach(async () => {
  useListState.getState().clear();
  stage = await openTestRegister();
});
afterEach(() => closeQuietly(stage));

const row = (name: string) =>
  page.getByRole('list', { name: 'Assets' }).getByRole('listitem').filter({ hasText: name });
const search = (text: string) =>
  userEvent.fill(page.getByRole('searchbox', { name: 'Search' }), text);

const gift = (words: string, giftType: string) => ({
  id: crypto.randomUUID(),
  dimension: 'hand',
  words,
  giftType,
});

it('a person who mends bicycles is found by “bike”, by a slip of it, and by nothing else', async () => {
  const { book } = stage.opened.services;
  await neighbours(book);
  const { id } = await added(book, 'person', {
    displayName: 'Sali of Bolt Street',
    gifts: [gift('mends bicycles', 'g.hand.bikes-cars')],
  });
  await stage.show(
    <main>
      <ListScreen />
    </main>,
  );
  await search('bike');
  await expect.element(row('Sali of Bolt Street')).toBeVisible();
  await search('bkie');
  await expect.element(row('Sali of Bolt Street')).toBeVisible();
  await search('crochet');
  await expect.element(row('Sali of Bolt Street')).not.toBeInTheDocument();

  const gifts = [gift('makes her own socks', 'g.hand.sewing-knitting')];
  await book.change({ type: 'person', id }, { gifts });
  await expect.element(row('Sali of Bolt Street')).toBeVisible();
});
