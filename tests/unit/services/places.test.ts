import { expect, test } from 'vitest';
import type { PackRow } from '#device/device-db.ts';
import { createPlaces } from '#services/places.ts';

const pack: PackRow = {
  id: 'a',
  name: 'A',
  bytes: 1,
  addedAt: 1,
  bounds: [0, 0, 1, 1],
  minZoom: 0,
  maxZoom: 1,
  attribution: 'Nobody',
  parts: { places: { offset: 0, bytes: 1 } },
  blob: new Blob(['x']),
};

test('closed while the packs are looked through, it begins no worker', async () => {
  let choose = (_: PackRow): void => undefined;
  let begun = 0;
  const places = createPlaces({
    choose: () =>
      new Promise((resolve) => {
        choose = resolve;
      }),
    spawn: () => {
      begun += 1;
      throw new Error('begun after the end');
    },
  });
  const asked = places.search('alder', '');
  places.close();
  choose(pack);
  expect(await asked).toEqual([]);
  expect(begun).toBe(0);
});
