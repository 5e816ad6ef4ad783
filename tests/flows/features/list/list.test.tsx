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

const show = () =>
  stage.show(
    <main>
      <ListScreen news={<p>A word before the list</p>} />
    </main>,
  );
const news = () => page.getByText('A word before the list');
const row = (name: string) =>
  page.getByRole('list', { name: 'Assets' }).getByRole('listitem').filter({ hasText: name });

it('what the app has to say steps aside while somebody looks for something', async () => {
  await neighbours(stage.opened.services.book);
  await show();
  await expect.element(news()).toBeVisible();
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search' }), 'knitters');
  await expect.element(news()).not.toBeInTheDocument();
  await expect.element(row('Tuesday knitters')).toBeVisible();
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search' }), '');
  await expect.element(news()).toBeVisible();
  await userEvent.click(page.getByRole('checkbox', { name: 'Groups' }));
  await expect.element(news()).not.toBeInTheDocument();
});

it('a row does not say again as its place what its name says', async () => {
  const { book } = stage.opened.services;
  const { hall } = await neighbours(book);
  await added(book, 'group', {
    name: 'Pill Library',
    assetType: 'assoc.friends',
    meetsAt: hall.id,
  });
  await show();
  await userEvent.click(page.getByRole('checkbox', { name: 'Groups' }));
  await expect.element(row('Tuesday knitters')).toHaveTextContent('Wool and tea.');
  await expect.element(row('Pill Library')).toHaveTextContent(/^Pill Library“Friends of” a place/);
  expect(
    row('Pill Library')
      .element()
      .textContent.match(/Pill Library/g),
  ).toHaveLength(1);
});
