import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ref } from '#domain/record/values.ts';
import { otherPhone } from '../../support/other-phone.ts';
import { aPlace, newBook, type TestBook } from '../../support/test-book.ts';

let open: TestBook;
let ben: Awaited<ReturnType<typeof otherPhone>>;
let bench: Ref;

beforeEach(async () => {
  open = await newBook();
  const added = await open.book.add('place', { ...aPlace('Bench'), share: 'public', note: 'x' });
  if (!added.ok) throw new Error(added.error.kind);
  bench = { type: 'place', id: added.value.id };
  ben = await otherPhone(open.keys);
  await ben.fetch();
});
afterEach(async () => {
  await ben.close();
  await open.close();
});

const asks = () => open.catalogue.asks.orderBy('key').toArray();
const told = async () =>
  (await asks()).map(({ field, rivals }) => [field, ...rivals.map(({ value }) => value)]);
const nameNow = async () => (await open.catalogue.things.get(bench.id))?.name;

async function apart(): Promise<void> {
  await open.book.change(bench, { name: 'Chatty bench', note: 'ours', tags: ['sunny'] });
  await ben.change(bench, { name: 'Quiet bench', note: 'theirs', tags: ['shady'], cost: 'free' });
  await ben.bring();
  await open.catchUp();
}

test('what two phones said apart of one line is asked, each line in its own circle', async () => {
  await apart();
  expect(await told()).toEqual([
    ['name', 'Quiet bench', 'Chatty bench'],
    ['note', 'theirs', 'ours'],
  ]);
  expect((await asks()).map(({ home }) => home)).toEqual(['members', 'team']);
});

test.each([0, 1])(
  'keeping either one ends it here and, once it is there, on the other phone',
  async (nth) => {
    await apart();
    const [ask] = await asks();
    const kept = ask?.rivals[nth];
    if (!ask || !kept) throw new Error('nothing is asked');
    const done = await open.book.settle(bench, { ...ask, stamp: kept.stamp });
    expect(done.ok).toBe(true);
    expect(await told()).toEqual([['note', 'theirs', 'ours']]);
    expect(await nameNow()).toBe(kept.value);
    await ben.fetch();
    await ben.change(bench, { cost: 'paid' });
    await ben.bring();
    await open.catchUp();
    expect(await told()).toEqual([['note', 'theirs', 'ours']]);
    expect(await nameNow()).toBe(kept.value);
  },
);

test('undo of a choice asks again, and what was not kept stays in the history', async () => {
  await apart();
  const before = await told();
  const [ask] = await asks();
  const stamp = ask?.rivals[1]?.stamp;
  if (!ask || !stamp) throw new Error('nothing is asked');
  const done = await open.book.settle(bench, { ...ask, stamp });
  const said = (await open.book.history(bench)).filter(({ field }) => field === 'name');
  expect(said.map(({ value }) => value)).toEqual([
    'Chatty bench',
    'Quiet bench',
    'Chatty bench',
    'Bench',
  ]);
  expect(done.ok && (await done.value.undo()).ok).toBe(true);
  expect(await told()).toEqual(before);
  expect(await nameNow()).toBe('Quiet bench');
});

test('what is not kept any more cannot be chosen', async () => {
  await apart();
  const [ask] = await asks();
  const stamp = ask?.rivals[0]?.stamp;
  if (!ask || !stamp) throw new Error('nothing is asked');
  const gone = await open.book.settle(bench, { home: 'members', field: 'summary', stamp });
  expect(gone).toMatchObject({ ok: false, error: { kind: 'not-found' } });
});

test('a thing that was taken out, or moved where the line is not, is not asked about', async () => {
  await apart();
  await open.book.change(bench, { share: 'team' });
  expect(await told()).toEqual([['note', 'theirs', 'ours']]);
  await open.book.remove(bench);
  expect(await told()).toEqual([]);
});

test('a catalogue made anew asks the same', async () => {
  await apart();
  const grown = await asks();
  await open.book.rebuild(() => {});
  expect(await asks()).toEqual(grown);
  expect(grown).toHaveLength(2);
});
