import { describe, expect, test } from 'vitest';
import { createFinder } from '#search/finder.ts';
import { createFinderCore } from '#search/index-core.ts';
import type { ThingRow } from '#search/query.ts';
import { finderInChannel } from '../../support/finder-in-channel.ts';
import { neighbourhood } from '../../support/neighbourhood.ts';
import { neighbourhoodTypeWords as typeWords } from '../../support/neighbourhood-words.ts';

const giftWords = {
  'g.hand.bikes-cars': 'I can fix bikes or cars unicycle|velodrome',
  'g.hand.cooking-baking': 'I can cook or bake souffle',
};
const mender: ThingRow = {
  id: 'mender',
  type: 'person',
  kind: 'people',
  assetType: 'ind.hand',
  name: 'Sali',
  status: 'active',
  share: 'device',
  precision: 'none',
  words: 'mends old ones',
  giftTypes: ['g.hand.bikes-cars'],
  updatedAt: 0,
};
const rows = neighbourhood(400, 5);

function coreOf(things: readonly ThingRow[]) {
  const core = createFinderCore({ typeWords });
  core.load(things);
  return core;
}
const ids = (core: ReturnType<typeof coreOf>, text: string) => core.find({ text, limit: 500 }).ids;

describe('a person with a gift', () => {
  test('is found by what the gift is called, whichever came first', () => {
    const before = coreOf([]);
    before.learnGifts(giftWords);
    before.load([mender]);
    const after = coreOf([mender]);
    expect(ids(after, 'unicycle')).toEqual([]);
    after.learnGifts(giftWords);
    for (const core of [before, after])
      for (const text of ['unicycle', 'unicycel', 'bike', 'velod', 'sali unicycle', 'handyman'])
        expect(ids(core, text), text).toEqual(['mender']);
  });

  test('is no longer found by a gift taken back, and is by the one given since', () => {
    const core = coreOf([mender]);
    core.learnGifts(giftWords);
    core.upsert([{ ...mender, giftTypes: ['g.hand.cooking-baking'] }]);
    expect([ids(core, 'unicycle'), ids(core, 'souffle')]).toEqual([[], ['mender']]);
    core.clear();
    expect(ids(core, 'souffle')).toEqual([]);
    core.load([mender]);
    expect(ids(core, 'unicycle')).toEqual(['mender']);
  });

  test('comes after whoever says the word themselves', () => {
    const { giftTypes: _, ...plain } = mender;
    const core = coreOf([mender, { ...plain, id: 'own', words: 'rides a unicycle to work' }]);
    core.learnGifts(giftWords);
    expect(ids(core, 'unicycle')).toEqual(['own', 'mender']);
  });
});

test('where nobody has a gift, every answer is what it was', () => {
  const core = coreOf(rows);
  const learnt = coreOf(rows);
  learnt.learnGifts(giftWords);
  for (const text of ['cook', 'bkie', 'bake sale', 'velodromes', 'unicycles', 'fix bikes or cars'])
    expect(ids(learnt, text), text).toEqual(ids(core, text));
});

describe('the words of the gifts', () => {
  const opened = (fetched: () => Promise<typeof giftWords>) => {
    const workers: ReturnType<typeof finderInChannel>[] = [];
    const spawn = () => {
      const worker = finderInChannel();
      workers.push(worker);
      return worker;
    };
    const finder = createFinder(spawn, { typeWords: async () => typeWords, giftWords: fetched });
    const told = () => new Promise<void>((heard) => finder.onChange(() => heard()));
    return { finder, workers, told };
  };
  const bike = { text: 'unicycle', limit: 5 };

  test('are fetched for the first words searched for, and whoever asked is told', async () => {
    let fetches = 0;
    const { finder, told } = opened(async () => {
      fetches += 1;
      return giftWords;
    });
    await finder.load([mender]);
    await finder.ready();
    await finder.find({ limit: 5 });
    expect(fetches).toBe(0);
    const heard = told();
    await finder.find(bike);
    await heard;
    expect((await finder.find(bike)).ids).toEqual(['mender']);
    expect(fetches).toBe(1);
    finder.close();
  });

  test('are taught again to the worker that takes over', async () => {
    const { finder, workers, told } = opened(async () => giftWords);
    finder.onLost(() => finder.load([mender]));
    await finder.load([mender]);
    const first = told();
    await finder.find(bike);
    await first;
    workers[0]?.die();
    const second = told();
    await finder.find(bike);
    await second;
    expect((await finder.find(bike)).ids).toEqual(['mender']);
    finder.close();
  });

  test('that did not come are asked for again with the next question', async () => {
    let fetches = 0;
    const { finder, told } = opened(async () => {
      fetches += 1;
      if (fetches === 1) throw new Error('offline');
      return giftWords;
    });
    await finder.load([mender]);
    const heard = told();
    expect((await finder.find(bike)).total).toBe(0);
    await finder.find(bike);
    await heard;
    expect((await finder.find(bike)).total).toBe(1);
    finder.close();
  });
});
