import { describe, expect, test } from 'vitest';
import { clientVersion } from '#base/client-version.ts';
import { ok } from '#base/result.ts';
import { type Body, stampsOf } from '#domain/merge/body.ts';
import { changeBody } from '#domain/merge/edit.ts';
import { nextStamp } from '#domain/merge/stamp.ts';
import { recordWriter } from '#register/record-writer.ts';
import { withBirth } from '#services/book-commands.ts';
import { countWaiting } from '#sync/circle-memory.ts';
import { refAt, type TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';
import { nobody } from '../../unit/services/sharing/support/erasing-phones.ts';

const stage = syncStage();

const three = async () => [await stage.phone(), await stage.phone(), await stage.phone()] as const;

const writer = 'f'.repeat(16);
const stampAfter = (body: Body) =>
  nextStamp({ now: Date.parse('2026-11-02'), writer, last: undefined, seen: stampsOf(body) });

/** A write of an app whose place knows more: a field more, and one of a kind of merging not yet made. */
const nextYears = (body: Body): Body => {
  const told = { heightAboveSea: 12, boats: ['punt'] };
  const rules = { heightAboveSea: { merge: 'scalar' }, boats: { merge: 'set' } } as const;
  const changed = changeBody({ ...body, sv: body.sv + 1 }, told, rules, stampAfter(body));
  return { ...changed, fields: { ...changed.fields, tides: { m: 'tide-table', high: [6, 18] } } };
};

/** The same of an app that merges as none does today. */
const inTenYears = (body: Body): Body => ({ ...nextYears(body), mv: 99 });

const writeAs = async ({ store }: TestPhone, app: (body: Body) => Body) => {
  const written = await store.write(refAt(1), (current) => {
    if (!current) throw new Error('nothing there');
    return app(current);
  });
  expect(written).toEqual({ ok: true, value: null });
};

/** What a screen would have had to give besides. */
const whole = withBirth(
  'place',
  { name: 'Bench', assetType: 'place.bench', share: 'members' },
  { memberId: crypto.randomUUID(), now: Date.now },
);

/** As a screen of this year's app saves. */
const save = ({ store }: TestPhone) =>
  recordWriter({
    stores: { device: nobody, members: store },
    writers: { members: 'e'.repeat(16) },
    ...{ now: Date.now, lock: (_, work) => work(), register: stage.register.id },
  }).write(refAt(1), (current) => ok({ ...current, ...whole, summary: 'from an older app' }));

const unknown = ['heightAboveSea', 'punt', 'tide-table'];

describe('row 10: apps of three years write one record in turn', () => {
  test('what the older do not know goes through them whole, edited by all at once', async () => {
    const phones = await three();
    const [older, newer, bystander] = phones;
    await older.say(1, { summary: 'first', tags: ['a'] });
    await stage.untilQuiet(phones);
    // Neither has seen the other's: the older app, or one that only stands by, joins them.
    await older.say(1, { summary: 'older meanwhile', tags: ['a', 'b'] });
    await bystander.say(1, { summary: 'bystander meanwhile', tags: ['a', 'c'] });
    await writeAs(newer, nextYears);
    await stage.untilQuiet([newer, bystander, older]);
    for (const phone of phones) {
      expect(await phone.content()).toEqual(await older.content());
      const text = await phone.read(1);
      for (const words of [...unknown, 'older meanwhile']) expect(text).toContain(words);
      expect(await phone.values(1)).toMatchObject({ tags: ['a', 'b', 'c'], heightAboveSea: 12 });
      expect((await phone.store.read(refAt(1)))?.sv).toBe(2);
    }
    expect((await older.leaves()).filter((leaf) => !('_deleted' in leaf))).toHaveLength(1);
  });

  test('an older app only reads it: it says so, and writes nothing', async () => {
    const phones = await three();
    const [older, newer] = phones;
    await older.say(1, { summary: 'first' });
    await stage.untilQuiet(phones);
    await writeAs(newer, nextYears);
    await stage.untilQuiet(phones);
    const before = await older.content();
    expect(await save(older)).toEqual({ ok: false, error: { kind: 'newer' } });
    expect(await older.content()).toEqual(before);
    expect(await countWaiting(older.store)).toBe(0);
    expect((await older.values(1))['summary']).toBe('first');
  });

  test('what came while it was being saved does not become an older record', async () => {
    const [older, newer] = await three();
    await older.say(1, { summary: 'first' });
    await writeAs(older, nextYears);
    await older.say(1, { summary: 'saved a moment too late' });
    await stage.untilQuiet([older, newer]);
    expect((await newer.store.read(refAt(1)))?.sv).toBe(2);
    for (const words of unknown) expect(await newer.read(1)).toContain(words);
  });

  test('what it can’t even merge it keeps, hands on and leaves alone', async () => {
    const phones = await three();
    const [older, newer, bystander] = phones;
    await older.say(1, { summary: 'first' });
    await stage.untilQuiet(phones);
    await older.say(1, { summary: 'older meanwhile' });
    await writeAs(newer, inTenYears);
    await newer.round();
    await stage.untilQuiet(phones);
    const live = (await bystander.leaves()).filter((leaf) => !('_deleted' in leaf));
    expect(live).toHaveLength(2);
    for (const phone of phones) {
      expect(await phone.content()).toEqual(await newer.content());
      expect(await phone.values(1)).toMatchObject({ summary: 'older meanwhile' });
      expect(await save(phone)).toEqual({ ok: false, error: { kind: 'newer' } });
    }
  });
});

describe('row 15: an app of two years ago', () => {
  test('is told to update before a word is moved; updated, it sends all it had', async () => {
    const [old, other] = await three();
    await old.say(1, { summary: 'shared' });
    await stage.untilQuiet([old, other]);
    for (let at = 10; at < 50; at += 1) await old.say(at, { summary: `written in between ${at}` });
    const there = await stage.hubRoot();
    await stage.meanwhile(() => {}, { lowestClient: clientVersion + 1 });
    const mine = await old.content();
    stage.proxy.passed.length = 0;
    for (let again = 0; again < 2; again += 1)
      expect(await old.attempt()).toEqual({ ok: false, error: { kind: 'update-app' } });
    expect(stage.proxy.passed).toHaveLength(2);
    expect(await old.content()).toEqual(mine);
    expect(await countWaiting(old.store)).toBe(40);

    await stage.meanwhile(() => {});
    expect(await stage.hubRoot()).toBe(there);
    await old.restart();
    expect(await old.round()).toMatchObject({
      circles: { members: { pushed: 40, end: 'shared' } },
    });
    await other.round();
    expect(await other.content()).toEqual(mine);
  });
});
