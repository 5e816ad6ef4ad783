import { expect, test } from 'vitest';
import { limitsOf } from '#map/limits.ts';
import { clampedTo, movedBy } from '#map/spot.ts';

const pill = { lon: -2.992, lat: 51.579 };
const aim = { centre: pill, zoom: 15 };
const pack = {
  id: 'a',
  blob: new Blob(),
  bounds: [-3.0037, 51.5698, -2.9747, 51.5878] as const,
  minZoom: 0,
  maxZoom: 15,
  attribution: '',
};

test('without pack and things one may go anywhere', () => {
  expect(limitsOf(undefined, [], aim)).toBeUndefined();
});

test('with a pack one may wander off a little, and no further', () => {
  const limits = limitsOf(pack, [], aim) ?? [0, 0, 0, 0];
  const near = movedBy(pill, 0, 4000);
  expect(clampedTo(limits, near)).toEqual(near);
  expect(clampedTo(limits, movedBy(pill, 0, 9000)).lat).toBeLessThan(pill.lat + 0.05);
});

test('a thing far from the pack can still be reached', () => {
  const far = movedBy(pill, 30_000, 0);
  expect(clampedTo(limitsOf(pack, [far], aim) ?? [0, 0, 0, 0], far)).toEqual(far);
});
