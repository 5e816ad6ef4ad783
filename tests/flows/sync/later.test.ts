import { describe, expect, test } from 'vitest';
import { circleStore } from '#register/circle-store.ts';
import { createSealer } from '#seal/bulk.ts';
import { deriveCircleKeys, makeCircleSecret } from '#seal/circle-keys.ts';
import { circleRing } from '#seal/circle-ring.ts';
import { countWaiting } from '#sync/circle-memory.ts';
import { aPhone, refAt, type TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();
const idOf = (phone: TestPhone, at: number) => phone.store.idOf(refAt(at));

async function threePhones() {
  const phones = [await stage.phone(), await stage.phone(), await stage.phone()] as const;
  for (const at of [1, 2]) await phones[0].say(at, { summary: `here ${at}` });
  await stage.untilQuiet(phones);
  return phones;
}

describe('what comes with the leave to take it away', () => {
  test('goes without being taken for an attack, and a late edit is buried', async () => {
    const phones = await threePhones();
    const [one, two, late] = phones;
    const gone = await idOf(one, 1);
    const notices = new Set([gone]);
    await late.say(1, { summary: 'an old phone knows better' });
    await one.store.leave(refAt(1));
    await one.round({ erased: async () => notices });
    // The notice comes down with the tombstone, so it is known only after that.
    let known: ReadonlySet<string> = new Set();
    const onPulled = async () => {
      known = notices;
    };
    const report = await two.round({ erased: async () => known, onPulled });
    expect(report.circles.members).toMatchObject({ resisted: 0, end: 'shared' });
    expect(await two.read(1)).toBe('none');

    // One that has not heard of it, and speaks first.
    await late.round();
    for (let turn = 0; turn < 2; turn += 1)
      for (const phone of [one, two, late]) {
        const round = await phone.round({ erased: async () => notices });
        expect(round.circles.members?.resisted).toBe(0);
      }
    for (const phone of [one, two]) {
      expect(await phone.read(1)).toBe('none');
      expect(JSON.stringify(await phone.leaves())).not.toContain('old phone');
      expect(await phone.read(2)).toContain('here 2');
      expect(await phone.memory().index.root()).toBe(await stage.hubRoot());
    }
  });
});

describe('what no key here opens yet', () => {
  test('replaces nothing, is called no attack, and is taken in when the key is there', async () => {
    const [one, two] = await threePhones();
    const of = { circle: `${stage.register.id}-members`, epoch: 2 };
    const { idKey, byKeyId } = stage.ring;
    const newer = circleRing(idKey, [
      await deriveCircleKeys(makeCircleSecret(), of),
      ...byKeyId.values(),
    ]);
    const rekeyed = (phone: TestPhone) => circleStore(phone.store.db, newer, createSealer());
    const account = await stage.account();
    const origin = stage.proxy.origin;
    const ahead = await aPhone({ register: stage.register, account, ring: newer, origin });
    await ahead.round();
    await ahead.say(1, { summary: 'under the new key' });
    await ahead.round();

    const before = await two.read(1);
    const report = await two.round();
    expect(report.circles.members).toMatchObject({ resisted: 0, pushed: 0, end: 'differs' });
    expect(await two.read(1)).toBe(before);
    expect(await countWaiting(two.store)).toBe(0);
    await two.restart();
    const circle = 'members' as const;
    const shared = { circle, store: () => rekeyed(two), memory: two.memory() };
    const after = await two.round({ circles: [shared] });
    expect(after.circles.members).toMatchObject({ resisted: 0, end: 'shared' });
    const shown = await rekeyed(two).read(refAt(1));
    expect(JSON.stringify(shown)).toContain('under the new key');
    expect(await two.content()).toEqual(await ahead.content());

    // One that gets keys with what it pulls needs one round only.
    let isHere = false;
    const both = {
      circle,
      store: () => (isHere ? rekeyed(one) : one.store),
      memory: one.memory(),
    };
    const onPulled = async () => {
      isHere = true;
    };
    expect((await one.round({ circles: [both], onPulled })).circles.members).toMatchObject({
      ...{ resisted: 0, end: 'shared' },
    });
    expect(await one.content()).toEqual(await ahead.content());
  });
});
