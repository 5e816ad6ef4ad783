import { afterEach, beforeEach, expect, test } from 'vitest';
import { newsDesk } from '#catalogue/take-news.ts';
import { newsStore } from '#device/news-store.ts';
import { withAllSeen } from '#domain/news/news.ts';
import type { Ref } from '#domain/record/values.ts';
import { otherPhone } from '../../support/other-phone.ts';
import { aPlace, newBook, reopenBook, type TestBook } from '../../support/test-book.ts';

let open: TestBook;
let ben: Awaited<ReturnType<typeof otherPhone>>;
let bench: Ref;

beforeEach(async () => {
  open = await newBook();
  const added = await open.book.add('place', { ...aPlace('Bench'), share: 'public' });
  if (!added.ok) throw new Error(added.error.kind);
  bench = { type: 'place', id: added.value.id };
  await open.catchUp();
  ben = await otherPhone(open.keys);
  await ben.fetch();
});
afterEach(async () => {
  await ben.close();
  await open.close();
});

const store = () => newsStore(open.device, open.keys.register);
const news = async () =>
  (await store().read()).things.map(({ id, what, fields }) => [id, what, ...fields]);
const seen = () => store().change(withAllSeen);
const arrive = async () => {
  await ben.bring();
  await open.catchUp();
};

test('what this phone writes itself is no news, whatever it is', async () => {
  await open.book.change(bench, { name: 'Chatty bench' });
  await open.book.confirm(bench);
  await open.book.remove(bench);
  await open.catchUp();
  expect(await news()).toEqual([]);
});

test('what others add, change and take out is told by thing, once', async () => {
  const hall = await ben.add('place', { ...aPlace('Hall'), share: 'members' });
  await ben.change(bench, { name: 'Quiet bench', reviewDueOn: '2027-01-01' });
  await ben.change(bench, { summary: 'By the canal.' });
  await arrive();
  await arrive();
  expect(new Set(await news())).toEqual(
    new Set([
      [bench.id, 'changed', 'name', 'summary'],
      [hall.id, 'new'],
    ]),
  );
  await seen();
  await ben.change(hall, { deleted: true });
  await arrive();
  expect(await news()).toEqual([[hall.id, 'gone']]);
});

test('what others say of a thing is told as that: still true, goes with', async () => {
  const about = { share: 'members', about: { ...bench }, at: '2026-11-02T10:00:00Z' };
  await ben.add('confirmation', { ...about, by: crypto.randomUUID() });
  await arrive();
  expect(await news()).toEqual([[bench.id, 'changed', '@confirmed']]);
});

test('own edits of what others wrote do not bring it back once it was seen', async () => {
  await ben.change(bench, { name: 'Quiet bench' });
  await arrive();
  await seen();
  await open.book.change(bench, { summary: 'Mine.' });
  await open.book.rebuild(() => {});
  await open.catchUp();
  expect(await news()).toEqual([]);
  await ben.change(bench, { cost: 'free' });
  await arrive();
  expect(await news()).toEqual([[bench.id, 'changed', 'cost']]);
});

test('an older word that comes late is news all the same', async () => {
  ben.clock.now = () => Date.now() - 86_400_000;
  await ben.change(bench, { summary: 'Yesterday.' });
  await open.book.change(bench, { name: 'Chatty bench' });
  await arrive();
  expect(await news()).toEqual([[bench.id, 'changed', 'summary']]);
});

test('a catalogue made anew tells nothing again, and loses nothing that was not seen', async () => {
  await ben.change(bench, { name: 'Quiet bench' });
  await ben.add('place', { ...aPlace('Hall'), share: 'members' });
  await arrive();
  const before = await news();
  const heard = await open.catalogue.heard.toArray();
  await open.book.rebuild(() => {});
  expect(await news()).toEqual(before);
  expect(before).toHaveLength(2);
  expect(await open.catalogue.heard.toArray()).toEqual(heard);
});

test('what came while the catalogue was away is told, if only as changed', async () => {
  await ben.change(bench, { name: 'Quiet bench' });
  await arrive();
  await seen();
  await ben.change(bench, { name: 'Quietest bench' });
  await ben.bring();
  await open.book.rebuild(() => {});
  expect(await news()).toEqual([[bench.id, 'changed']]);
});

test('what a phone starts with is no news', async () => {
  await ben.change(bench, { name: 'Quiet bench' });
  await ben.bring();
  await open.device.preferences.clear();
  await open.catalogue.transaction('rw', open.catalogue.tables, () =>
    Promise.all(open.catalogue.tables.map((table) => table.clear())),
  );
  const again = await reopenBook(open.device, open.keys);
  await again.catchUp();
  expect(await news()).toEqual([]);
  await ben.change(bench, { name: 'Quietest bench' });
  await ben.bring();
  await again.catchUp();
  expect(await news()).toEqual([[bench.id, 'changed', 'name']]);
  await again.close();
});

test('a circle that comes for the first time is no news until it is here whole', async () => {
  await open.device.preferences.clear();
  const loading = { members: true };
  const isLoading = async () => loading.members;
  const desk = newsDesk(open.catalogue, { store: store(), writers: {}, isLoading });
  await desk.atEnd('members');
  expect((await store().read()).told).toEqual({});
  loading.members = false;
  await desk.atEnd('members');
  const position = await open.catalogue.positions.get('members');
  expect((await store().read()).told).toEqual({ members: position?.seq });
});
