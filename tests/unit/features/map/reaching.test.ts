import { expect, test } from 'vitest';
import { reachingIn } from '#features/map/reaching.ts';
import type { MapArea } from '#map/map-area.ts';

const view = [0, 0, 1, 1] as const;
const area = (
  id: string,
  west: number,
  east: number,
  kind: MapArea['kind'] = 'places',
): MapArea => ({
  id,
  kind,
  confirmed: true,
  updatedAt: 1,
  outline: {
    type: 'LineString',
    coordinates: [
      [west, 0.5],
      [east, 0.5],
    ],
  },
});
const mark = (id: string, lon: number) => ({ id, lon, lat: 0.5 });

test('what reaches into view with its mark outside is told; what stands in view is told already', () => {
  const areas = [area('towpath', -2, 0.2), area('park', 0.4, 3), area('far', 2, 3)];
  const marks = [mark('towpath', -1), mark('park', 0.9), mark('far', 2.5)];
  expect(reachingIn(view, areas, marks)).toEqual(['towpath']);
});

test('the boundary of all is no thing, nor is what search has left out', () => {
  expect(reachingIn(view, [area('all', -5, 5, 'boundary'), area('hidden', -1, 0.1)], [])).toEqual(
    [],
  );
});
