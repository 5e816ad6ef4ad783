import { afterEach, expect, test } from 'vitest';
import { openCircleDb } from '#register/pouch.ts';
import { aPlace, newBook, reopenBook, type TestBook } from '../../support/test-book.ts';

const open: TestBook[] = [];
const fresh = async () => {
  const book = await newBook();
  open.push(book);
  return book;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((book) => book.close()));
});

const idOf = (done: { ok: boolean; value?: { id: string }; error?: unknown }) => {
  if (!done.ok || !done.value) throw new Error(JSON.stringify(done.error));
  return done.value.id;
};

/** The stored documents of a circle: what is left of a moved thing is a tombstone and a notice. */
const rawOf = async (register: string, circle: 'members' | 'team') => {
  const db = openCircleDb(register, circle);
  const { results } = await db.changes({ since: 0 });
  // Not closed: the adapter shares one connection among all that name this database.
  return {
    live: results.filter(({ deleted }) => !deleted).length,
    tombstones: results.filter(({ deleted }) => deleted).length,
  };
};

test('a saved place is a row in the catalogue and can be read back whole', async () => {
  const { book, catalogue } = await fresh();
  const id = idOf(await book.add('place', { ...aPlace('Chatty bench'), note: 'Wet after rain' }));
  const row = await catalogue.things.get(id);
  expect(row).toMatchObject({ name: 'Chatty bench', kind: 'places', lon: -2.99, status: 'active' });
  const read = await book.read({ type: 'place', id });
  expect(read.ok && read.value.record).toMatchObject({
    name: 'Chatty bench',
    note: 'Wet after rain',
  });
});

test('what is wrong is named field by field and nothing is written', async () => {
  const { book, catalogue } = await fresh();
  const done = await book.add('place', { name: 'x', assetType: 'place.bench' });
  expect(done).toMatchObject({
    ok: false,
    error: { kind: 'not-valid', issues: [{ field: 'name', message: 'too-short' }] },
  });
  expect(await catalogue.things.count()).toBe(0);
});

test('undo of an edit, a removal and an addition gives back what was', async () => {
  const { book, catalogue } = await fresh();
  const added = await book.add('place', aPlace('Old name'));
  const ref = { type: 'place', id: idOf(added) } as const;
  const edited = await book.change(ref, { name: 'New name', summary: 'Shady' });
  expect((await catalogue.things.get(ref.id))?.name).toBe('New name');
  if (edited.ok) await edited.value.undo();
  expect(await catalogue.things.get(ref.id)).toMatchObject({ name: 'Old name' });
  expect((await catalogue.things.get(ref.id))?.line).toBeUndefined();
  const removed = await book.remove(ref);
  expect(await catalogue.things.get(ref.id)).toBeUndefined();
  if (removed.ok) await removed.value.undo();
  expect((await catalogue.things.get(ref.id))?.name).toBe('Old name');
  if (added.ok) await added.value.undo();
  expect(await catalogue.things.get(ref.id)).toBeUndefined();
});

test('history lists what was said before, and putting back sets it again', async () => {
  const { book } = await fresh();
  const ref = { type: 'place', id: idOf(await book.add('place', aPlace('First'))) } as const;
  await book.change(ref, { name: 'Second' });
  const earlier = (await book.history(ref)).find(({ value }) => value === 'First');
  expect(earlier).toMatchObject({ field: 'name', current: false });
  await book.putBack(ref, 'name', 'First');
  const read = await book.read(ref);
  expect(read.ok && read.value.record).toMatchObject({ name: 'First' });
});

test('what was cleared or taken out of a list can still be put back', async () => {
  const { book } = await fresh();
  const values = { ...aPlace('Bench'), tags: ['shade', 'quiet'], summary: 'By the canal' };
  const ref = { type: 'place', id: idOf(await book.add('place', values)) } as const;
  await book.change(ref, { summary: null, tags: ['quiet'] });
  const past = await book.history(ref);
  expect(past.find(({ field, value }) => field === 'summary' && value !== null)?.value).toBe(
    'By the canal',
  );
  expect(past.find(({ before }) => before !== undefined)).toMatchObject({
    field: 'tags',
    before: 'shade',
  });
  await book.putBack(ref, 'tags', 'shade');
  const read = await book.read(ref);
  expect(read.ok && read.value.record).toMatchObject({ tags: ['quiet', 'shade'] });
});

test('two tabs writing 150 each end with 300, and both see them', async () => {
  const one = await fresh();
  const two = await reopenBook(one.device, one.keys);
  open.push(two);
  const write = async ({ book }: TestBook, tab: string) => {
    for (let n = 0; n < 150; n += 1) idOf(await book.add('place', aPlace(`${tab} bench ${n}`)));
  };
  await Promise.all([write(one, 'one'), write(two, 'two')]);
  await one.catchUp();
  expect(await one.catalogue.things.count()).toBe(300);
  expect(await two.catalogue.things.count()).toBe(300);
}, 120_000);

test('two tabs editing one record lose neither edit', async () => {
  const one = await fresh();
  const two = await reopenBook(one.device, one.keys);
  open.push(two);
  const ref = { type: 'place', id: idOf(await one.book.add('place', aPlace('Bench'))) } as const;
  await Promise.all([
    one.book.change(ref, { summary: 'From one' }),
    two.book.change(ref, { owner: 'From two' }),
  ]);
  const read = await one.book.read(ref);
  expect(read.ok && read.value.record).toMatchObject({ summary: 'From one', owner: 'From two' });
});

test('confirming makes an unconfirmed thing active and moves its day', async () => {
  const { book, catalogue } = await fresh();
  const values = {
    ...aPlace('Warm hub'),
    status: 'unconfirmed',
    source: { kind: 'import-osm', licence: 'ODbL-1.0' },
  };
  const ref = { type: 'place', id: idOf(await book.add('place', values)) } as const;
  expect(await catalogue.things.get(ref.id)).toMatchObject({ status: 'unconfirmed' });
  const done = await book.confirm(ref);
  const row = await catalogue.things.get(ref.id);
  expect(row).toMatchObject({
    status: 'active',
    confirmedOn: new Date().toISOString().slice(0, 10),
  });
  if (done.ok) await done.value.undo();
  expect(await catalogue.things.get(ref.id)).toMatchObject({ status: 'unconfirmed' });
});

test('a person stays on this phone', async () => {
  const { book, catalogue } = await fresh();
  const gifts = [{ id: crypto.randomUUID(), dimension: 'hand', words: 'I can fix bikes' }];
  const kept = await book.add('person', { displayName: 'Dai', gifts });
  expect(await catalogue.things.get(idOf(kept))).toMatchObject({ kind: 'people', share: 'device' });
  const shared = await book.add('person', { displayName: 'Dai', gifts, share: 'members' });
  expect(shared).toMatchObject({ ok: false, error: { kind: 'not-valid' } });
});

test('narrowing a record takes it out of the wider circle', async () => {
  const { book, catalogue } = await fresh();
  const ref = { type: 'place', id: idOf(await book.add('place', aPlace('Shed'))) } as const;
  const done = await book.change(ref, { share: 'team' });
  expect(done.ok).toBe(true);
  expect(await catalogue.things.get(ref.id)).toMatchObject({ share: 'team', name: 'Shed' });
  expect(await rawOf(book.registerId, 'members')).toMatchObject({ live: 1, tombstones: 1 });
  const back = done.ok && (await done.value.undo());
  expect(back).toMatchObject({ ok: true });
  expect(await catalogue.things.get(ref.id)).toMatchObject({ share: 'public', name: 'Shed' });
});

test('an activity shows with its organiser and stands where its place stands', async () => {
  const { book, catalogue } = await fresh();
  const hall = idOf(await book.add('place', aPlace('Hall')));
  const group = idOf(await book.add('group', { name: 'Knitters', assetType: 'assoc.hobby' }));
  const activity = await book.add('activity', {
    kind: 'activity',
    title: 'Tuesday knit',
    organiser: { type: 'group', id: group },
    placeId: hall,
    schedules: [{ id: 'a1', words: 'Tuesdays at ten' }],
  });
  const id = idOf(activity);
  expect(await catalogue.things.get(id)).toMatchObject({
    kind: 'groups',
    lon: -2.99,
    where: 'Hall',
  });
  await book.change(
    { type: 'place', id: hall },
    { location: { ...aPlace('').location, geometry: { type: 'Point', coordinates: [-3, 51] } } },
  );
  expect(await catalogue.things.get(id)).toMatchObject({ lon: -3, lat: 51 });
});

test('a place told less exactly keeps its old point nowhere, not even in its history', async () => {
  const { book } = await fresh();
  const ref = {
    type: 'place',
    id: idOf(await book.add('place', aPlace('Hidden garden'))),
  } as const;
  const vague = { precision: 'area', words: 'By the docks', capturedBy: 'typed' };
  await book.change(ref, { location: { ...vague, capturedAt: '2026-11-02T10:00:00Z' } });
  expect(JSON.stringify(await book.history(ref))).not.toContain('51.58');
});

test('a secret place keeps no point and reaches the team at most, by whatever road it comes', async () => {
  const { book, catalogue } = await fresh();
  const values = { ...aPlace('Safe house'), confidentialLocation: true };
  const id = idOf(await book.add('place', values));
  const row = await catalogue.things.get(id);
  expect(row).toMatchObject({ share: 'team', precision: 'none' });
  expect(row?.lon).toBeUndefined();
});
