import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '#base/fold.ts';
import { metresBetween } from '#domain/place/distance.ts';
import { createFinderCore } from '#search/index-core.ts';
import type { FindQuery, ThingRow } from '#search/query.ts';
import { neighbourhood, neighbourhoodCentre } from '../../support/neighbourhood.ts';
import { neighbourhoodTypeWords as typeWords } from '../../support/neighbourhood-words.ts';

/** Every third came in with an import, half of those without a spot, and some of these for good. */
const rows = neighbourhood(200, 5).map((row, at): ThingRow => {
  if (at % 3 > 0) return row;
  const { lon, lat, ...unplaced } = row;
  const spot = lon === undefined || lat === undefined || at % 2 > 0 ? {} : { lon, lat };
  const kept = at % 5 === 0 && !('lon' in spot) ? { keptOffMap: true as const } : {};
  return { ...unplaced, ...spot, ...kept, batchId: 'an-import' };
});
const at = Date.UTC(2026, 5, 15, 12);
const all = 1_000;

function finderOf(things: readonly ThingRow[]) {
  const core = createFinderCore({ typeWords, now: () => at });
  core.load(things);
  return core;
}

const core = finderOf(rows);
const rowOf = (id: string) => rows.find((row) => row.id === id) as ThingRow;

const filters = fc.record(
  {
    kinds: fc.subarray(['people', 'groups', 'organisations', 'places', 'exchange', 'stories']),
    assetType: fc.constantFrom('place', 'place.park', 'place.pa', 'exch.cafe', 'local.x.y'),
    free: fc.boolean(),
    stepFree: fc.boolean(),
    unplaced: fc.constant(true as const),
    freshness: fc.constantFrom('due' as const, 'fresh' as const),
    includeArchived: fc.boolean(),
    within: fc.constantFrom(
      { west: -2.995, south: 51.57, east: -2.98, north: 51.582 },
      { west: -2.99, south: 51.5, east: -3.1, north: 51.6 },
    ),
  },
  { requiredKeys: [] },
);
type Filters = Omit<FindQuery, 'limit'>;

const between = (value: number, from: number, to: number) => value >= from && value <= to;

function isWithin({ lon, lat }: ThingRow, box: NonNullable<Filters['within']>): boolean {
  if (lon === undefined || lat === undefined) return false;
  const eastOfWest = between(lon, box.west, 180);
  const westOfEast = between(lon, -180, box.east);
  const inLon = box.west <= box.east ? eastOfWest && westOfEast : eastOfWest || westOfEast;
  return inLon && between(lat, box.south, box.north);
}

const freshnessOf = ({ reviewDueOn }: ThingRow) =>
  reviewDueOn && (reviewDueOn < '2026-06-15' ? 'due' : 'fresh');

const isUnplaced = ({ batchId, lon, type, keptOffMap }: ThingRow) =>
  batchId !== undefined &&
  lon === undefined &&
  keptOffMap !== true &&
  ['place', 'group', 'organisation', 'exchange'].includes(type);

/** Each filter as a sentence that may be false of a row. */
function passes(row: ThingRow, query: Filters): boolean {
  const { kind = '', assetType = '' } = row;
  const wanted = query.assetType;
  const sentences = [
    !query.kinds?.length || query.kinds.includes(kind),
    !wanted || assetType === wanted || assetType.startsWith(`${wanted}.`),
    !query.free || row.free === true,
    !query.unplaced || isUnplaced(row),
    !query.stepFree || row.stepFree === true,
    !query.freshness || freshnessOf(row) === query.freshness,
    query.includeArchived || row.status !== 'archived',
    !query.within || isWithin(row, query.within),
  ];
  return sentences.every(Boolean);
}

test('some came in without a spot, so that asking for them tells', () => {
  const { total } = core.find({ unplaced: true, limit: all });
  expect(total).toBeGreaterThan(10);
  expect(total).toBeLessThan(100);
});

describe('against a naive scan', () => {
  test('filters let through the same things', () => {
    fc.assert(
      fc.property(filters, (query) => {
        const expected = rows.filter((row) => passes(row, query)).map(({ id }) => id);
        const found = core.find({ ...query, limit: all });
        expect(found.ids.toSorted()).toEqual(expected.toSorted());
        expect(found.total).toBe(expected.length);
      }),
    );
  });

  test('whatever holds a whole word is found by it, and by its beginning', () => {
    const anyWord = fc.constantFrom(
      ...rows.flatMap((row) =>
        wordsOf(`${row.name} ${row.words} ${row.where ?? ''} ${row.line ?? ''}`),
      ),
    );
    fc.assert(
      fc.property(anyWord, fc.integer({ min: 1, max: 8 }), filters, (word, cut, query) => {
        const holds = (row: ThingRow, start: string) =>
          wordsOf(`${row.name} ${row.words} ${row.where ?? ''} ${row.line ?? ''}`).some((one) =>
            one.startsWith(start),
          );
        for (const text of [word, word.slice(0, cut)]) {
          const found = new Set(core.find({ ...query, text, limit: all }).ids);
          const missed = rows.filter(
            (row) => passes(row, query) && holds(row, text) && !found.has(row.id),
          );
          expect(missed.map(({ name }) => name)).toEqual([]);
          expect([...found].every((id) => passes(rowOf(id), query))).toBe(true);
        }
      }),
    );
  });

  test('on foot, where paths are known: another order, minutes, and no further than asked', () => {
    const core = createFinderCore({ typeWords: {} });
    const row = (id: string, lat: number) =>
      ({ ...rowOf(rows[0]?.id ?? ''), id, name: id, lon: 0, lat, status: 'active' }) as ThingRow;
    core.load([row('far bank', 0.001), row('street', 0.003), row('off the map', 0.002)]);
    // Over the bridge to the near one, straight to the further one, and no way known to the third.
    const walks: Readonly<Record<number, number>> = { 0.001: 1_300, 0.003: 400 };
    core.learnGround({
      from:
        () =>
        ({ lat }) =>
          walks[lat],
    });
    const near = { lon: 0, lat: 0 };
    const found = core.find({ near, limit: 9 });
    expect(found.ids).toEqual(['off the map', 'street', 'far bank']);
    expect(found.away.map((away) => away?.minutes)).toEqual([undefined, 5, 17]);
    expect(core.find({ near, minutes: 10, limit: 9 }).ids).toEqual(['street']);
    expect(core.away(near, { lon: 0, lat: 0.003 })).toEqual({ metres: 400, minutes: 5 });
    core.learnGround(undefined);
    expect(core.find({ near, limit: 9 }).ids).toEqual(['far bank', 'off the map', 'street']);
  });

  test('nearest first, things without a place last and by name', () => {
    const { ids, away } = core.find({ near: neighbourhoodCentre, limit: all });
    const distances = ids.map((id) => {
      const { lon, lat } = rowOf(id);
      return lon === undefined || lat === undefined
        ? undefined
        : metresBetween(neighbourhoodCentre, { lon, lat });
    });
    expect(away).toEqual(
      distances.map((metres) => (metres === undefined ? undefined : { metres })),
    );
    const placed = distances.filter((one) => one !== undefined);
    expect(placed).toEqual(placed.toSorted((a, b) => a - b));
    const unplaced = ids.slice(placed.length).map((id) => rowOf(id).name);
    expect(unplaced.length).toBeGreaterThan(5);
    expect(unplaced).toEqual(
      unplaced.toSorted(new Intl.Collator('en-GB', { numeric: true }).compare),
    );
  });

  test('by name, numbers as numbers, where nothing else decides', () => {
    const named = ['2nd Scouts', '10th Scouts', 'Éire House', 'Dock', 'Fort'].map(
      (name, index) => ({ ...rowOf(rows[40]?.id ?? ''), id: `${index}`, name }),
    );
    expect(finderOf(named).find({ limit: 9 }).ids).toEqual(['0', '1', '3', '2', '4']);
  });
});

test('pages put together are the whole, in the same order', () => {
  const texts = fc.constantFrom(undefined, 'c', 'pill', 'garden music', 'welcome');
  fc.assert(
    fc.property(texts, fc.boolean(), fc.integer({ min: 1, max: 40 }), (text, isNear, limit) => {
      const query = { ...(text ? { text } : {}), ...(isNear ? { near: neighbourhoodCentre } : {}) };
      const whole = core.find({ ...query, limit: all }).ids;
      const pages = [];
      for (let offset = 0; offset < whole.length; offset += limit)
        pages.push(...core.find({ ...query, offset, limit }).ids);
      expect(pages).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('changed bit by bit it answers as one built afresh', () => {
  const change = fc.record({
    at: fc.nat(59),
    as: fc.nat(199),
    kind: fc.constantFrom('upsert', 'remove', 'load'),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const changed = finderOf(rows.slice(0, 40));
      const now = new Map(rows.slice(0, 40).map((row) => [row.id, row]));
      const gone = new Set<string>();
      for (const { at, as, kind } of changes) {
        const row = { ...(rows[as] as ThingRow), id: (rows[at] as ThingRow).id };
        if (kind === 'upsert') {
          changed.upsert([row]);
          now.set(row.id, row);
          gone.delete(row.id);
        } else if (kind === 'remove') {
          changed.remove([row.id]);
          now.delete(row.id);
          gone.add(row.id);
        } else {
          changed.load([row]);
          if (!now.has(row.id) && !gone.has(row.id)) now.set(row.id, row);
        }
      }
      const fresh = finderOf([...now.values()]);
      for (const text of ['', 'library', 'p', 'pill street', 'chior', 'xyzzy tea', 'coffee']) {
        const query = { text, near: neighbourhoodCentre, limit: all };
        expect(changed.find(query)).toEqual(fresh.find(query));
      }
    }),
    { numRuns: 40 },
  );
});

test('what was asked before makes no difference', () => {
  const texts = ['bark', 'bark zumba', 'pill', 'pil', 'pill bark', 'zumba', 'walk rark'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...texts), { maxLength: 8 }),
      fc.constantFrom(...texts),
      (before, text) => {
        const used = finderOf(rows.slice(0, 60));
        for (const one of before) used.find({ text: one, limit: 1 });
        expect(used.find({ text, limit: all })).toEqual(
          finderOf(rows.slice(0, 60)).find({ text, limit: all }),
        );
      },
    ),
    { numRuns: 30 },
  );
});

test('rows without a kind are never listed', () => {
  const { kind: _, ...part } = rows[0] as ThingRow;
  expect(finderOf([part]).find({ limit: 5, includeArchived: true }).total).toBe(0);
});

test('cleared it holds nothing, and may be loaded again', () => {
  const cleared = finderOf(rows);
  cleared.remove([rows[0]?.id ?? '']);
  cleared.clear();
  expect(cleared.find({ limit: 5 }).total).toBe(0);
  cleared.load(rows);
  expect(cleared.find({ limit: all })).toEqual(core.find({ limit: all }));
});

test('the map gets what has a place, filtered like the list', () => {
  const points = core.mapPoints({ kinds: ['places'], text: 'p' });
  const listed = core.find({ kinds: ['places'], text: 'p', limit: all }).ids;
  const placed = listed.filter((id) => rowOf(id).lon !== undefined);
  expect(points.map(({ id }) => id).toSorted()).toEqual(placed.toSorted());
  for (const { id, assetType } of points) expect(assetType).toBe(rowOf(id).assetType);
  expect(points.some(({ assetType }) => assetType?.startsWith('place.'))).toBe(true);
  expect(
    points.some(({ confirmed }) => confirmed) && points.some(({ confirmed }) => !confirmed),
  ).toBe(true);
});

describe('open now and on today', () => {
  test('only what has times is asked about, once a minute', () => {
    const asked: number[] = [];
    const timed = createFinderCore({
      typeWords,
      occursAt: (schedules, when, instant) => {
        asked.push(instant);
        return when === 'today' && JSON.stringify(schedules).includes('MO');
      },
    });
    timed.load(rows);
    const timetabled = rows.filter(({ schedules, status }) => schedules && status !== 'archived');
    const onMondays = timetabled.filter(({ schedules }) =>
      JSON.stringify(schedules).includes('MO'),
    );
    expect(timed.find({ when: 'today', at, limit: all }).total).toBe(onMondays.length);
    expect(timed.find({ when: 'today', at: at + 20_000, limit: all }).total).toBe(onMondays.length);
    expect(asked).toHaveLength(timetabled.length);
    expect(timed.find({ when: 'now', at, limit: all }).total).toBe(0);
    const [changed] = onMondays as [ThingRow];
    timed.find({ when: 'today', at, limit: all });
    timed.upsert([{ ...changed, schedules: [] }]);
    expect(timed.find({ when: 'today', at, limit: all }).total).toBe(onMondays.length - 1);
  });

  test('asked without a calendar it is a bug, not an empty answer', () => {
    expect(() => core.find({ when: 'now', limit: 5 })).toThrow('learnWhen');
  });
});

describe('hostile text', () => {
  test('is harmless, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { ids, total } = core.find({ text, limit: 5 });
        expect(ids.length).toBeLessThanOrEqual(Math.min(5, total));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['a pattern', '(a+)+$ .* [^] \\'],
    ['the other direction', '\u202Eמתנ״ס \u200F'],
    ['prototype names', '__proto__ constructor hasOwnProperty'],
    ['a megabyte', 'pill '.repeat(200_000)],
    ['one long word', 'p'.repeat(1_000_000)],
  ])('%s', (_name, text) => {
    expect(core.find({ text, limit: 3 }).ids.length).toBeLessThanOrEqual(3);
  });

  test('only marks ask nothing', () => {
    expect(core.find({ text: '🌳 ?!', limit: all })).toEqual(core.find({ limit: all }));
  });

  test('in a row it is found and drops out again', () => {
    const odd = {
      ...(rows[0] as ThingRow),
      id: 'odd',
      name: '__proto__ 🌳 constructor',
      words: 'w'.repeat(100_000),
    };
    const hostile = finderOf([odd]);
    expect(hostile.find({ text: 'constructor', limit: 1 }).ids).toEqual(['odd']);
    hostile.remove(['odd']);
    expect(hostile.find({ text: 'constructor', limit: 1 }).total).toBe(0);
  });

  test.each([Number.NaN, -5, 1.5, Number.POSITIVE_INFINITY])('a page of %s', (limit) => {
    expect(core.find({ limit, offset: limit }).ids.length).toBeLessThanOrEqual(rows.length);
  });
});
