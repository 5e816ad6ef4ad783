import { describe, expect, test } from 'vitest';
import type { LeafDoc } from '#seal/gate.ts';
import { chance } from '../../support/seeded.ts';
import type { TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();

const three = async () => [await stage.phone(), await stage.phone(), await stage.phone()] as const;

const shuffled = <T>(all: readonly T[], dice: ReturnType<typeof chance>): readonly T[] =>
  all
    .map((one) => [dice.next(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);

async function expectAlike(phones: readonly TestPhone[]) {
  const [first] = phones;
  for (const phone of phones) expect(await phone.content()).toEqual(await first?.content());
}

const isLive = (leaf: LeafDoc) => !('_deleted' in leaf);

test.each([11, 12, 13])(
  'row 11: a week offline, 100 records, 3 devices, any order (seed %i): byte-equal, no edit lost',
  async (seed) => {
    const dice = chance(seed);
    const phones = await three();
    for (let at = 0; at < 100; at += 1) await dice.pick(phones).say(at, { summary: 'first' });
    await stage.untilQuiet(phones);
    const said: (readonly [number, string])[] = [];
    for (const [of, phone] of phones.entries())
      for (let at = 0; at < 100; at += 1) {
        if (!dice.in100(60)) continue;
        said.push([at, `said by ${of} of ${at}`]);
        await phone.say(at, { summary: `said by ${of} of ${at}` });
      }
    expect(await stage.untilQuiet(shuffled(phones, dice))).toBeLessThanOrEqual(3);
    await expectAlike(phones);
    const live = (await phones[0].leaves()).filter(isLive);
    expect(live).toHaveLength(100);
    // Shown, or in the field's history as another version.
    for (const [at, words] of said) expect(await phones[0].read(at)).toContain(words);
  },
);

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

describe('row 12: taken out on one, edited on another', () => {
  test.each(orders)(
    'in the order %i, %i, %i: all agree, and who took it out is heard',
    async (...order) => {
      const phones = await three();
      const [one, two, last] = phones;
      await one.say(1, { summary: 'here' });
      await stage.untilQuiet(phones);
      await one.say(1, { summary: 'here', deleted: true });
      await two.say(1, { summary: 'edited meanwhile' });
      await stage.untilQuiet(order.flatMap((at) => phones[at] ?? []));
      await expectAlike(phones);
      expect(await last.read(1)).toContain('edited meanwhile');
      expect(await last.read(1)).toContain('deleted');
      expect((await last.leaves()).filter(isLive)).toHaveLength(1);
    },
  );

  const withdrawals = [
    { deleted: true },
    { share: 'team' },
    { confidentialLocation: true },
    { deleted: true, share: 'team', confidentialLocation: true },
  ];
  test.each(withdrawals)(
    '%j is withdrawn: it holds everywhere, in any order',
    async (withdrawn) => {
      const phones = await three();
      const [one, two, last] = phones;
      for (const [at, order] of orders.entries()) {
        await one.say(at, { share: 'public', summary: 'here' });
        await stage.untilQuiet(phones);
        await one.say(at, { share: 'public', summary: 'here', ...withdrawn });
        await two.say(at, { share: 'public', summary: 'edited meanwhile' });
        await last.say(at, { share: 'members', summary: 'edited later' });
        await stage.untilQuiet(order.flatMap((which) => phones[which] ?? []));
        await expectAlike(phones);
        for (const phone of phones) expect(await phone.values(at)).toMatchObject(withdrawn);
      }
    },
  );

  test('who edits what they see as withdrawn gives nothing back; who gives it back knowingly does', async () => {
    const phones = await three();
    const [one, two, last] = phones;
    await one.say(1, { summary: 'here' });
    await stage.untilQuiet(phones);
    await one.say(1, { summary: 'here', deleted: true });
    await last.say(1, { summary: 'said before it was heard of' });
    await two.round();
    await stage.untilQuiet([one, two]);
    await two.say(1, { summary: 'a mistake put right', deleted: true });
    await stage.untilQuiet(phones);
    for (const phone of phones) expect(await phone.values(1)).toMatchObject({ deleted: true });
    await last.say(1, { summary: 'given back' });
    await stage.untilQuiet(phones);
    await expectAlike(phones);
    for (const phone of phones) expect(await phone.values(1)).not.toHaveProperty('deleted');
  });
});
