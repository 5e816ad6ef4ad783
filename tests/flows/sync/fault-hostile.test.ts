import { describe, expect, test } from 'vitest';
import { countWaiting } from '#sync/circle-memory.ts';
import type { CircleReport } from '#sync/round.ts';
import { aPhone, makeRing, refAt, type TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();

interface Leaf {
  readonly _id: string;
  readonly _rev: string;
  readonly _revisions: { readonly start: number; readonly ids: readonly string[] };
}

/** As a hub could that made up revisions: nobody can tell their hashes from real ones. */
const childOf = ({ _id, _revisions: { start, ids } }: Leaf, letter: string) => {
  const hash = letter.repeat(32);
  const history = { start: start + 1, ids: [hash, ...ids].slice(0, 100) };
  return { _id, _rev: `${start + 1}-${hash}`, _revisions: history };
};

/** Puts documents into the hub's own store, past every phone. */
async function plant(docs: readonly object[], circle = 'members') {
  const path = `/db/${stage.register.id}-${circle}/_bulk_docs`;
  const done = await stage.register.ask('POST', path, { docs, new_edits: false });
  expect(done).toMatchObject({ status: 201, body: [] });
}

async function only(phone: TestPhone, at: number): Promise<Leaf & object> {
  const id = await phone.store.idOf(refAt(at));
  const leaf = (await phone.leaves()).find(({ _id, ...rest }) => _id === id && 'c' in rest);
  if (!leaf) throw new Error('nothing there');
  return leaf;
}

const members = async (phone: TestPhone): Promise<CircleReport> => {
  const report = (await phone.round()).circles.members;
  if (!report) throw new Error('no report');
  return report;
};

async function pair() {
  const phones = [await stage.phone(), await stage.phone()] as const;
  await phones[0].say(1, { summary: 'given', note: 'first' });
  await stage.untilQuiet(phones);
  return phones;
}

/** Each phone shows what it showed, and hub and phones hold the same bytes. */
async function expectUnharmed(phones: readonly TestPhone[], before: string) {
  await stage.untilQuiet(phones, 8);
  for (const phone of phones) {
    expect(await phone.read(1)).toBe(before);
    expect(await phone.content()).toEqual(await phones[0]?.content());
    expect(await countWaiting(phone.store)).toBe(0);
  }
  const newcomer = await stage.phone();
  await newcomer.round();
  expect(await newcomer.read(1)).toBe(before);
}

describe('a hostile hub', () => {
  test('an old body as a child of the newest revision lowers nothing, and is counted', async () => {
    const phones = await pair();
    const old = await only(phones[0], 1);
    await phones[0].say(1, { summary: 'withdrawn' });
    await stage.untilQuiet(phones);
    const before = await phones[0].read(1);
    await plant([{ ...old, ...childOf(await only(phones[0], 1), 'f') }]);
    expect(await members(phones[0])).toMatchObject({ resisted: 1 });
    await expectUnharmed(phones, before);
  });

  test('both phones that are shown it at once write the same revision', async () => {
    const phones = await pair();
    const old = await only(phones[0], 1);
    await phones[0].say(1, { summary: 'withdrawn' });
    await stage.untilQuiet(phones);
    await plant([{ ...old, ...childOf(await only(phones[0], 1), 'f') }]);
    stage.proxy.faults = ({ path }) => (path.includes('_bulk_docs') ? 'break' : undefined);
    for (const phone of phones) expect(await phone.attempt()).toMatchObject({ ok: false });
    expect(await phones[1].content()).toEqual(await phones[0].content());
    stage.proxy.faults = () => undefined;
    await expectUnharmed(phones, await phones[0].read(1));
  });

  test('a forged tombstone removes nothing', async () => {
    const phones = await pair();
    const before = await phones[0].read(1);
    await plant([{ ...childOf(await only(phones[0], 1), 'e'), _deleted: true }]);
    expect(await members(phones[0])).toMatchObject({ resisted: 1 });
    await expectUnharmed(phones, before);
  });

  test('a garbage leaf of a high generation hides nothing', async () => {
    const phones = await pair();
    const before = await phones[0].read(1);
    const leaf = await only(phones[0], 1);
    const hash = 'd'.repeat(32);
    const garbage = { c: btoa('x'.repeat(80)), _rev: `90000-${hash}` };
    await plant([{ ...leaf, ...garbage, _revisions: { start: 90_000, ids: [hash] } }]);
    await expectUnharmed(phones, before);
    await plant([{ ...leaf, c: garbage.c, ...childOf(await only(phones[0], 1), 'b') }]);
    await expectUnharmed(phones, before);
  });

  test('what no gate lets in is counted, stored nowhere, and holds nothing up', async () => {
    const phones = await pair();
    const [one, two] = phones;
    await one.say(2, { summary: 'honest' });
    await one.round();
    const bad = await one.store.idOf(refAt(2));
    const worse: object[] = [
      { _rev: `900000-${'c'.repeat(32)}`, _revisions: { start: 900_000, ids: ['c'.repeat(32)] } },
      { c: 'A'.repeat(300_000) },
      { name: 'Ann' },
      { _id: '_design/x' },
      { _id: 'f'.repeat(32) },
      { _attachments: { a: { data: 'AAAA' } } },
    ];
    for (const fields of worse) {
      const phone = await stage.phone();
      stage.proxy.faults = ({ path }) =>
        path.includes('_bulk_get') ? { change: (told) => spoiled(told, bad, fields) } : undefined;
      const report = await members(phone);
      expect(report.refused).toBeGreaterThan(0);
      expect(report.end).toBe('differs');
      expect(await phone.read(1)).toBe(await one.read(1));
      expect(await phone.leaves()).toHaveLength(1);
      stage.proxy.faults = () => undefined;
      await phone.round();
      expect(await phone.content()).toEqual(await one.content());
    }
    await stage.untilQuiet(phones);
    expect(await two.content()).toEqual(await one.content());
  });

  test('documents of another register are shown nowhere', async () => {
    const phones = await pair();
    const before = await phones[0].read(1);
    const otherRing = await makeRing('elsewhere');
    const { register, hub } = stage;
    const account = await stage.account();
    const other = await aPhone({ register, account, ring: otherRing, origin: hub.origin });
    await other.say(7, { summary: 'of elsewhere' });
    await plant(await other.leaves());
    await expectUnharmed(phones, before);
    expect(await phones[0].read(7)).toBe('none');
    expect(await phones[0].store.has([refAt(7)])).toEqual([false]);
  });

  test('changes that are none are not followed', async () => {
    const [one] = await pair();
    for (const results of [[{ id: 1 }], [{ seq: 1, id: 'x', changes: null }], 'x', [[[[]]]]]) {
      const phone = await stage.phone();
      stage.proxy.faults = ({ path }) =>
        path.includes('_changes') ? { change: () => ({ results, last_seq: 9 }) } : undefined;
      expect(await phone.attempt()).toEqual({ ok: false, error: { kind: 'not-a-hub' } });
      stage.proxy.faults = () => undefined;
      await phone.round();
      expect(await phone.content()).toEqual(await one.content());
    }
  });

  test('one that says "shared" of what it has not is not believed', async () => {
    const [one] = await pair();
    for (let at = 10; at < 20; at += 1) await one.say(at, {});
    stage.proxy.faults = ({ path }) =>
      path.includes('_revs_diff') ? { change: () => ({}) } : undefined;
    expect(await members(one)).toMatchObject({ end: 'differs', pushed: 0 });
    expect(await countWaiting(one.store)).toBe(10);
    stage.proxy.faults = () => undefined;
    expect(await members(one)).toMatchObject({ end: 'shared' });
    expect(await countWaiting(one.store)).toBe(0);
  });
});

interface Told {
  readonly results: readonly { readonly id: string; readonly docs: readonly { ok?: object }[] }[];
}

const spoiled = (told: unknown, id: string, fields: object) => ({
  results: (told as Told).results.map((one) =>
    one.id === id
      ? { ...one, docs: one.docs.map(({ ok }) => ({ ok: { ...ok, ...fields } })) }
      : one,
  ),
});
