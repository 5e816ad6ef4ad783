import { afterEach, describe, expect, test } from 'vitest';
import { createFinder, type Finder } from '#search/finder.ts';
import { createFinderCore } from '#search/index-core.ts';
import type { OccursAt } from '#search/when-filter.ts';
import { finderInChannel } from '../../support/finder-in-channel.ts';
import { neighbourhood, neighbourhoodCentre } from '../../support/neighbourhood.ts';
import { neighbourhoodTypeWords as typeWords } from '../../support/neighbourhood-words.ts';

const rows = neighbourhood(1_200, 9);
const core = createFinderCore({ typeWords });
core.load(rows);

const open: Finder[] = [];
afterEach(() => {
  for (const finder of open.splice(0)) finder.close();
});

function setUp(occursAt?: OccursAt) {
  const workers: ReturnType<typeof finderInChannel>[] = [];
  const spawn = () => {
    const worker = finderInChannel(occursAt);
    workers.push(worker);
    return worker;
  };
  const finder = createFinder(spawn, { typeWords: async () => typeWords });
  open.push(finder);
  const newest = () => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('no worker yet');
    return worker;
  };
  return { finder, workers, newest };
}

const asksHeard = ({ heard }: ReturnType<typeof finderInChannel>) =>
  heard.flatMap((request) => (request.type === 'ask' ? [request.ask] : []));

describe('a finder in a worker', () => {
  test('answers as the one inside does', async () => {
    const { finder } = setUp();
    await finder.load(rows);
    for (const text of ['pill', 'coffee', 'chemist', 'rambelrs']) {
      const query = { text, near: neighbourhoodCentre, limit: 30 };
      expect(await finder.find(query)).toEqual(core.find(query));
    }
  });

  test('is fed in small batches, without their pictures', async () => {
    const { finder, newest } = setUp();
    await finder.load(rows.map((row) => ({ ...row, thumb: 'data:image/webp;base64,AAAA' })));
    const loads = asksHeard(newest()).flatMap((ask) => (ask.type === 'load' ? [ask.rows] : []));
    expect(loads.map(({ length }) => length)).toEqual([250, 250, 250, 250, 200]);
    expect(loads.flat().some((row) => 'thumb' in row)).toBe(false);
  });

  test('takes changes in the order they were made, even when nobody waits', async () => {
    const { finder } = setUp();
    const [first] = rows as [(typeof rows)[number]];
    void finder.upsert(rows);
    void finder.remove([first.id]);
    void finder.upsert([{ ...first, name: 'Quetzal House' }]);
    void finder.clear();
    await finder.upsert([{ ...first, name: 'Okapi House' }]);
    expect((await finder.find({ limit: 5 })).ids).toEqual([first.id]);
    expect((await finder.find({ limit: 5, text: 'okapi' })).total).toBe(1);
  });

  test('tells of changes once they can be found, of a load when it is ready', async () => {
    const { finder } = setUp();
    const totals: Promise<number>[] = [];
    const stop = finder.onChange(() =>
      totals.push(finder.find({ limit: 1 }).then(({ total }) => total)),
    );
    await finder.load(rows.slice(0, 600));
    await finder.load(rows.slice(600));
    expect(totals).toHaveLength(0);
    await finder.ready();
    await finder.remove(rows.slice(0, 1_000).map(({ id }) => id));
    stop();
    await finder.clear();
    const listed = (things: typeof rows) =>
      things.filter(({ status }) => status !== 'archived').length;
    expect(await Promise.all(totals)).toEqual([listed(rows), listed(rows.slice(1_000))]);
  });

  test('hands the map its points in parts a page can take', async () => {
    const many = neighbourhood(5_000, 3);
    const { finder } = setUp();
    await finder.load(many);
    const points = await finder.mapPoints({});
    expect(points).toHaveLength(
      many.filter(({ lon, status }) => lon !== undefined && status !== 'archived').length,
    );
    expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
    expect(await finder.mapPoints({ text: 'zzzzzzzz' })).toEqual([]);
  });
});

describe('search as you type', () => {
  test('in one lane the newest is answered and the overtaken are dropped', async () => {
    const { finder } = setUp();
    await finder.load(rows);
    const typed = ['c', 'ch', 'cho', 'choi', 'choir'];
    const answers = await Promise.all(typed.map((text) => finder.ask({ text, limit: 5 }, 'list')));
    expect(answers.at(-1)).toEqual({ ok: true, value: core.find({ text: 'choir', limit: 5 }) });
    expect(answers.slice(0, -1)).toEqual(
      typed.slice(1).map(() => ({ ok: false, error: { kind: 'search-dropped' } })),
    );
  });

  test('other lanes and plain questions are left alone', async () => {
    const { finder } = setUp();
    await finder.load(rows);
    const query = { text: 'pill', limit: 5 };
    const [one, other, plain] = await Promise.all([
      finder.ask(query, 'list'),
      finder.ask(query, 'connect'),
      finder.find(query),
    ]);
    expect([one, other]).toEqual([
      { ok: true, value: plain },
      { ok: true, value: plain },
    ]);
  });
});

describe('a calendar', () => {
  test('is fetched for the first query that needs one, and kept after a clear', async () => {
    const { finder } = setUp((_schedules, when) => when === 'now');
    await finder.load(rows);
    const timetabled = rows.filter(({ schedules, status }) => schedules && status !== 'archived');
    expect((await finder.find({ when: 'now', limit: 1 })).total).toBe(timetabled.length);
    expect((await finder.find({ when: 'today', limit: 1 })).total).toBe(0);
    await finder.clear();
    await finder.load(rows);
    expect((await finder.find({ when: 'now', limit: 1 })).total).toBe(timetabled.length);
  });

  test('that throws is a failure told as a value, and the next question is answered', async () => {
    const { finder, workers } = setUp(() => {
      throw new Error('odd rule');
    });
    await finder.load(rows);
    expect(await finder.ask({ when: 'now', limit: 1 })).toEqual({
      ok: false,
      error: { kind: 'search-failed', detail: { reason: 'Error: odd rule' } },
    });
    expect((await finder.find({ limit: 1 })).total).toBeGreaterThan(0);
    expect(workers).toHaveLength(1);
  });
});

describe('a worker that dies', () => {
  test('is started again, filled again, and no question is lost', async () => {
    const { finder, workers, newest } = setUp();
    let reloads = 0;
    finder.onLost(async () => {
      reloads += 1;
      await finder.load(rows);
      await finder.ready();
    });
    await finder.load(rows);
    const asked = finder.find({ text: 'pill', limit: 5 });
    newest().die();
    expect(await asked).toEqual(core.find({ text: 'pill', limit: 5 }));
    expect(await finder.find({ text: 'pill', limit: 5 })).toEqual(await asked);
    expect([reloads, workers.length]).toEqual([1, 2]);
    expect(workers[0]?.isEnded()).toBe(true);
  });

  test('again and again is left alone, and that is told', async () => {
    const { finder, newest, workers } = setUp();
    await finder.load(rows.slice(0, 5));
    for (let deaths = 0; deaths < 6; deaths += 1) {
      newest().die();
      await finder.load(rows.slice(0, 5));
    }
    expect(await finder.ask({ limit: 1 })).toEqual({
      ok: false,
      error: { kind: 'search-stopped' },
    });
    await expect(finder.find({ limit: 1 })).rejects.toThrow('search-stopped');
    expect(workers).toHaveLength(6);
  });

  test('where none can be started, questions are answered all the same', async () => {
    const finder = createFinder(
      () => {
        throw new Error('no workers here');
      },
      { typeWords: async () => ({}) },
    );
    await finder.load(rows);
    expect(await finder.ask({ limit: 1 })).toEqual({
      ok: false,
      error: { kind: 'search-stopped' },
    });
  });

  test('without words for the types, names are found', async () => {
    const finder = createFinder(() => finderInChannel(), {
      typeWords: () => Promise.reject(new Error('offline')),
    });
    open.push(finder);
    await finder.load(rows);
    expect((await finder.find({ text: 'pobl y dwr', limit: 1 })).total).toBe(1);
  });
});
