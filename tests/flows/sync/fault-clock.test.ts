import { describe, expect, test } from 'vitest';
import { chance } from '../../support/seeded.ts';
import type { TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();

const day = 86_400_000;
/** A year behind, three days ahead, and one whose clock is set back in the middle. */
const offs = [
  () => -365 * day,
  () => 3 * day,
  (turn: number) => (turn < 3 ? 0.1 * day : -2 * day),
] as const;

const three = async () => [await stage.phone(), await stage.phone(), await stage.phone()] as const;

interface Turn {
  readonly who: number;
  readonly turn: number;
  readonly dice: ReturnType<typeof chance>;
}

/** Something of most records, by this phone's clock. */
async function sayMuch(phone: TestPhone, { who, turn, dice }: Turn): Promise<void> {
  const words = { summary: `${who} in ${turn}`, tags: [`t${who}${turn}`] };
  for (let at = 0; at < 8; at += 1)
    if (dice.in100(60)) await phone.say(at, words, offs[who]?.(turn));
}

async function expectAlike(phones: readonly TestPhone[]): Promise<void> {
  const [first] = phones;
  for (const phone of phones) expect(await phone.content()).toEqual(await first?.content());
}

describe('row 4: clocks that are a year behind, three days ahead, and set back in the middle', () => {
  test('whoever has seen a word comes after it, whatever their clock says', async () => {
    const phones = await three();
    for (let turn = 0; turn < 6; turn += 1)
      for (const [who, phone] of phones.entries()) {
        const words = `turn ${turn} of phone ${who}`;
        await phone.say(1, { summary: words }, offs[who]?.(turn));
        await stage.untilQuiet(phones);
        for (const one of phones) expect((await one.values(1))['summary']).toBe(words);
      }
    await expectAlike(phones);
  });

  test.each([41, 42, 43])('said offline, all end with the same bodies (seed %i)', async (seed) => {
    const dice = chance(seed);
    const phones = await three();
    for (let turn = 0; turn < 6; turn += 1) {
      for (const who of phones.keys()) await sayMuch(phones[who] ?? phones[0], { who, turn, dice });
      if (dice.in100(50)) await stage.untilQuiet(phones);
    }
    await stage.untilQuiet(phones);
    await expectAlike(phones);
  });

  test.each([0, 1, 2])('what phone %i withdraws stays withdrawn', async (who) => {
    const phones = await three();
    const [first] = phones;
    await first.say(1, { summary: 'here', share: 'public' });
    await stage.untilQuiet(phones);
    for (const [other, phone] of phones.entries()) {
      const withdrawn = other === who ? { deleted: true, share: 'team' } : { share: 'public' };
      await phone.say(1, { summary: `said by ${other}`, ...withdrawn }, offs[other]?.(5));
    }
    await stage.untilQuiet(phones);
    await expectAlike(phones);
    for (const phone of phones)
      expect(await phone.values(1)).toMatchObject({ deleted: true, share: 'team' });
  });

  test('a phone a year behind gives back what it has seen withdrawn three days ahead', async () => {
    const phones = await three();
    const [behind, ahead] = phones;
    await ahead.say(1, { summary: 'here', deleted: true }, 3 * day);
    await stage.untilQuiet(phones);
    await behind.say(1, { summary: 'here' }, -365 * day);
    await stage.untilQuiet(phones);
    for (const phone of phones) expect(await phone.values(1)).not.toHaveProperty('deleted');
  });
});
