import { expect, test } from 'vitest';
import { createFinder } from '#search/finder.ts';
import type { MapPoint, ThingRow } from '#search/query.ts';
import { followPoints } from '#services/follow-points.ts';
import { finderInChannel } from '../../support/finder-in-channel.ts';

const row = (n: number, more: Partial<ThingRow> = {}): ThingRow => ({
  id: `id-${n}`,
  type: 'place',
  kind: 'places',
  name: `Place ${n}`,
  status: 'active',
  share: 'members',
  precision: 'exact',
  lon: n / 1000,
  lat: 51,
  words: '',
  updatedAt: 1,
  ...more,
});

/** A real finder with so many things, and how many points each of its answers carried. */
async function following(count: number, text?: string) {
  const finder = createFinder(() => finderInChannel(), { typeWords: async () => ({}) });
  await finder.load(Array.from({ length: count }, (_, n) => row(n)));
  await finder.ready();
  const carried: number[] = [];
  let points: readonly MapPoint[] = [];
  let heard: (() => void) | undefined;
  const next = () =>
    new Promise<void>((resolve) => {
      heard = resolve;
    });
  const first = next();
  const stop = followPoints(
    {
      mapPoints: async (query) => {
        const answer = await finder.mapPoints(query);
        carried.push(answer.length);
        return answer;
      },
      onChange: finder.onChange,
    },
    text === undefined ? {} : { text },
    {
      onPoints: (told) => {
        points = told;
        heard?.();
      },
      onError: (error) => {
        throw error;
      },
    },
  );
  await first;
  const after = async (change: Promise<void>) => {
    const told = next();
    await change;
    await told;
  };
  return { finder, carried, after, stop, points: () => points };
}

const names = (points: readonly MapPoint[]) => points.map(({ name }) => name).sort();

test('of one edit among 10,000 one point comes, and the others stay the same objects', async () => {
  const { finder, carried, after, stop, points } = await following(10_000);
  expect(carried).toEqual([10_000]);
  const before = new Map(points().map((point) => [point.id, point]));
  await after(finder.upsert([row(4_321, { name: 'Renamed' })]));
  expect(carried).toEqual([10_000, 1]);
  const fresh = points().filter((point) => before.get(point.id) !== point);
  expect(names(fresh)).toEqual(['Renamed']);
  expect(points()).toHaveLength(10_000);
  stop();
});

test('what is removed, archived or loses its place goes, what is new comes', async () => {
  const { finder, carried, after, stop, points } = await following(5);
  await after(finder.remove(['id-0']));
  await after(finder.upsert([row(1, { status: 'archived' })]));
  const { lon: _lon, lat: _lat, ...placeless } = row(2);
  await after(finder.upsert([placeless, row(9)]));
  expect(names(points())).toEqual(['Place 3', 'Place 4', 'Place 9']);
  expect(carried).toEqual([5, 0, 0, 1]);
  stop();
});

test('with words a thing comes and goes as it begins and ceases to fit them', async () => {
  const { finder, after, stop, points } = await following(3, 'heron');
  expect(points()).toEqual([]);
  await after(finder.upsert([row(1, { name: 'Heron bench' })]));
  expect(names(points())).toEqual(['Heron bench']);
  await after(finder.upsert([row(1, { name: 'Linnet bench' })]));
  expect(points()).toEqual([]);
  stop();
});

test('where everything may be another, everything is asked for', async () => {
  const { finder, carried, after, stop, points } = await following(4);
  await after(finder.clear());
  expect(points()).toEqual([]);
  expect(carried).toEqual([4, 0]);
  stop();
});
