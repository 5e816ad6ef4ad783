import { describe, expect, inject, test } from 'vitest';
import type { Body } from '#domain/merge/body.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { join } from '#domain/merge/join.ts';
import { packBody } from '#domain/merge/pack.ts';
import { type Fault, htmlPage } from '../../support/fault-proxy.ts';
import { chance } from '../../support/seeded.ts';
import { refAt, type TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();

const usual = 100;
const seeds = Math.max(usual, Math.ceil(inject('soakRuns') / 4));
const perTest = 20;
const records = 3;

type Dice = ReturnType<typeof chance>;

/** Days: a clock that is years off, and one that was set back in the middle. */
const clocks = [0, 0, 0, -365, 3, -1, 0.01];
const dayMs = 86_400_000;

const wordings = [
  (words: string) => ({ summary: words }),
  (words: string) => ({ note: words }),
  (words: string) => ({ tags: [words.slice(0, 12)] }),
  (words: string) => ({ summary: words, deleted: true }),
  () => ({ summary: 'kept', deleted: false }),
] as const;

const faults: readonly Fault[] = ['lose-answer', 'break', 'cut-answer', htmlPage()];

/** What was acknowledged to somebody's thumb, joined: nothing of it may be gone at the end. */
function everythingSaid() {
  const bodies = new Map<number, Body>();
  return {
    keep: async (phone: TestPhone, at: number): Promise<void> => {
      const body = await phone.store.read(refAt(at));
      if (!body) throw new Error('written, and not there');
      const before = bodies.get(at);
      bodies.set(at, before ? join(before, body) : body);
    },
    text: (at: number): string => {
      const body = bodies.get(at);
      return body ? canonicalText(packBody(body)) : 'none';
    },
  };
}

async function write(phone: TestPhone, dice: Dice, step: number): Promise<number> {
  const at = dice.below(records);
  const off = dice.pick(clocks) * dayMs;
  await phone.say(at, dice.pick(wordings)(`said in step ${step}`), off);
  return at;
}

/** Goes round over a line that breaks, and may be killed in the middle of it. */
async function meet(phone: TestPhone, dice: Dice): Promise<void> {
  const breaking = dice.in100(30) ? dice.below(6) : -1;
  const fault = dice.pick(faults);
  let passed = 0;
  stage.proxy.faults = () => {
    passed += 1;
    return passed - 1 === breaking ? fault : undefined;
  };
  const shown = () => Promise.all(Array.from({ length: records }, (_, at) => phone.read(at)));
  let told = await shown();
  await phone.attempt({
    onPulled: async () => {
      told = await shown();
    },
  });
  // The list, the map and the search are made from what is told.
  expect(await shown(), 'nothing comes untold').toEqual(told);
  stage.proxy.faults = () => undefined;
  if (dice.in100(25)) await phone.restart();
}

async function story(seed: number): Promise<void> {
  const dice = chance(seed);
  await stage.fresh();
  const phones: TestPhone[] = [];
  for (let count = 3 + dice.below(3); count > 0; count -= 1) phones.push(await stage.phone());
  const said = everythingSaid();
  for (let step = 14 + dice.below(14); step > 0; step -= 1) {
    const phone = dice.pick(phones);
    if (dice.in100(60)) await said.keep(phone, await write(phone, dice, step));
    else await meet(phone, dice);
  }
  await stage.untilQuiet(phones, 8);
  const [first] = phones;
  const content = await first?.content();
  for (const phone of phones) {
    expect(await phone.content(), `seed ${seed}: stores alike`).toEqual(content);
    for (let at = 0; at < records; at += 1)
      expect(await phone.read(at), `seed ${seed}: nothing lost of ${at}`).toBe(said.text(at));
  }
}

describe('row 20: any story of edits, deletes, broken lines, kills and clocks ends alike, and nothing said is gone', () => {
  const from = Array.from({ length: Math.ceil(seeds / perTest) }, (_, at) => at * perTest + 1);
  test.each(from)(
    `seeds %i and the ${perTest - 1} after it`,
    { timeout: 600_000 },
    async (first) => {
      for (let seed = first; seed < first + perTest; seed += 1) await story(seed);
    },
  );
});
