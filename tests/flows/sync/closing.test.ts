import { describe, expect, test } from 'vitest';
import { circleStore } from '#register/circle-store.ts';
import { keepClosed, readClosed } from '#register/closed-store.ts';
import { resealAll } from '#register/reseal.ts';
import { createSealer } from '#seal/bulk.ts';
import { deriveCircleKeys, makeCircleSecret } from '#seal/circle-keys.ts';
import { type GrowingRing, growingRing } from '#seal/circle-ring.ts';
import type { ClosedEpochs } from '#seal/closed-epochs.ts';
import { closingList, marksIn } from '#trust/closing-list.ts';
import { aPhone, refAt, type TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();

interface Neighbour {
  readonly phone: TestPhone;
  readonly ring: GrowingRing;
}

/** A phone that can learn of new keys while it is open. */
async function neighbour(): Promise<Neighbour> {
  const { idKey, current } = stage.ring;
  const ring = growingRing(idKey, [current]);
  const account = await stage.account();
  const { register, proxy } = stage;
  const phone = await aPhone({ register, account, ring: ring.ring, origin: proxy.origin });
  return { phone, ring };
}

const secondKeys = () =>
  deriveCircleKeys(makeCircleSecret(), { circle: `${stage.register.id}-members`, epoch: 2 });

async function listOf({ phone }: Neighbour): Promise<ClosedEpochs> {
  const live = (await phone.leaves()).filter((leaf) => !('_deleted' in leaf));
  const list = await closingList(live.map(({ _id, _rev }) => ({ id: _id, rev: _rev })));
  return { before: 2, marks: new Set(marksIn(list)) };
}

type Keys = Awaited<ReturnType<typeof secondKeys>>;

/** As a phone does that hears of the second epoch: what it held before is said again. */
async function hears({ phone, ring }: Neighbour, keys: Keys, closed: ClosedEpochs) {
  ring.learn([keys]);
  const resealed = await resealAll(phone.store, closed);
  expect(resealed.ok).toBe(true);
  await keepClosed(phone.store, closed);
  ring.close(closed);
}

/** Ann, Bo and Cy hold two records alike; then Ann makes a second epoch without Bo. */
async function afterBoIsGone() {
  const [ann, bo, cy] = [await neighbour(), await neighbour(), await neighbour()];
  for (const at of [1, 2]) await ann.phone.say(at, { summary: `here ${at}` });
  await stage.untilQuiet([ann.phone, bo.phone, cy.phone]);
  const keys = await secondKeys();
  const closed = await listOf(ann);
  return { ann, bo, cy, keys, closed };
}

describe('an epoch that is closed', () => {
  test('what stood keeps standing as it is, and is not written again', async () => {
    const { ann, cy, keys, closed } = await afterBoIsGone();
    const before = await cy.phone.content();
    await hears(cy, keys, closed);
    expect(await cy.phone.content()).toEqual(before);
    expect(await cy.phone.read(1)).toContain('here 1');
    await hears(ann, keys, closed);
    expect(await ann.phone.content()).toEqual(before);
  });

  test('what a phone wrote before it heard of it is sealed anew and reaches all', async () => {
    const { ann, cy, keys, closed } = await afterBoIsGone();
    await cy.phone.say(1, { summary: 'written while away' });
    await cy.phone.say(3, { summary: 'new while away' });
    await hears(ann, keys, closed);
    await hears(cy, keys, closed);
    await stage.untilQuiet([cy.phone, ann.phone]);
    expect(await ann.phone.read(1)).toContain('written while away');
    expect(await ann.phone.read(3)).toContain('new while away');
    expect(await ann.phone.content()).toEqual(await cy.phone.content());
  });

  test('what was sent before its phone heard of it is held by those who had it, and comes back', async () => {
    const { ann, cy, keys, closed } = await afterBoIsGone();
    await cy.phone.say(1, { summary: 'sent too late for the list' });
    await cy.phone.round();
    await hears(ann, keys, closed);
    await ann.phone.round();
    // It came after Ann had closed the epoch: what stands stays, and hers is not the last word yet.
    expect(await ann.phone.read(1)).toContain('here 1');
    await hears(cy, keys, closed);
    await stage.untilQuiet([cy.phone, ann.phone]);
    expect(await ann.phone.read(1)).toContain('sent too late for the list');
    expect(await ann.phone.content()).toEqual(await cy.phone.content());
  });

  test('with its key nobody who is gone changes or adds anything, even where the hub helps', async () => {
    const { ann, bo, cy, keys, closed } = await afterBoIsGone();
    for (const one of [ann, cy]) await hears(one, keys, closed);
    await bo.phone.say(1, { summary: 'Bo was here' });
    await bo.phone.say(4, { summary: 'Bo left this' });
    await bo.phone.round();
    await stage.untilQuiet([ann.phone, cy.phone]);
    for (const { phone } of [ann, cy]) {
      expect(await phone.read(1)).toContain('here 1');
      expect(await phone.read(4)).toBe('none');
      expect(await phone.read(2)).toContain('here 2');
    }
    // It lies there as it came: nothing is destroyed, and nobody disagrees about what is held.
    expect(JSON.stringify(await ann.phone.content())).toContain(await idOf(ann, 4));
    await ann.phone.say(1, { summary: 'Ann goes on' });
    await stage.untilQuiet([ann.phone, cy.phone]);
    expect(await cy.phone.read(1)).toContain('Ann goes on');
  });

  test('a phone that comes later takes up what is on the list alone', async () => {
    const { ann, bo, keys, closed } = await afterBoIsGone();
    await hears(ann, keys, closed);
    await bo.phone.say(4, { summary: 'Bo left this' });
    await bo.phone.round();
    const newcomer = await neighbour();
    newcomer.ring.learn([keys]);
    newcomer.ring.close(closed);
    await newcomer.phone.round();
    expect(await newcomer.phone.read(1)).toContain('here 1');
    expect(await newcomer.phone.read(4)).toBe('none');
  });

  test('is remembered with the circle', async () => {
    const { ann, keys, closed } = await afterBoIsGone();
    expect(await readClosed(ann.phone.store)).toBeUndefined();
    await hears(ann, keys, closed);
    expect(await readClosed(ann.phone.store)).toEqual(closed);
    const more = { before: 3, marks: new Set([...closed.marks, 'ffffffffffffffff']) };
    await keepClosed(ann.phone.store, more);
    expect(await readClosed(ann.phone.store)).toEqual(more);
  });
});

const idOf = ({ phone }: Neighbour, at: number) =>
  circleStore(phone.store.db, stage.ring, createSealer()).idOf(refAt(at));
