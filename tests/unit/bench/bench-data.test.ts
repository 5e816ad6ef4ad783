import { expect, it } from 'vitest';
import { fileReading } from '#features/import/file-reading.ts';
import { readFile } from '#formats/read-file.ts';
import { assetSpot } from '../../bench/assets.ts';
import { csvText, geoJsonText, importedName } from '../../bench/import-files.ts';
import { lonelyAsset } from '../../bench/lonely.ts';
import { alikeShare } from '../../bench/map-picture.ts';

const around = {
  now: '2026-11-01T10:00:00Z',
  registerId: 'bench',
  typeWords: { namesFirst: false, types: {} },
};
const fileOf = (what: 'csv' | 'geojson') =>
  new File([what === 'csv' ? csvText(60) : geoJsonText(60)], `places.${what}`);

it.each(['csv', 'geojson'] as const)('a bench file (%s) comes in whole', async (what) => {
  expect(await readFile(fileOf(what))).toMatchObject({ ok: true });
  const reading = fileReading();
  const checked = await reading.check(fileOf(what), around);
  if (!checked.ok) throw new Error(checked.error.kind);
  const { groups, leftOut, noSpot } = checked.value;
  expect({ leftOut, noSpot }).toEqual({ leftOut: {}, noSpot: 0 });
  const keys = groups.map(({ key }) => key);
  const chosen = { keys, plainType: 'place.hall', skip: [], checkTag: 'check' };
  expect(await reading.choose(chosen)).toEqual({ things: 60, photos: 0 });
  const names = (await reading.things(0, 60)).map(({ values }) => values['name']);
  expect(names.toSorted()).toEqual(
    Array.from({ length: 60 }, (_, index) => importedName(index)).toSorted(),
  );
});

it('the asset that stands alone has no other within its screen', () => {
  const size = 2_000;
  const lonely = assetSpot(lonelyAsset(size));
  const others = Array.from({ length: size }, (_, index) => assetSpot(index)).filter(
    ({ lon, lat }) => Math.abs(lon - lonely.lon) < 2e-4 && Math.abs(lat - lonely.lat) < 1e-4,
  );
  expect(others).toEqual([lonely]);
});

it('pictures are alike by the share of their pixels, whatever the last bit says', () => {
  const one = Uint8Array.from([10, 10, 10, 255, 200, 0, 0, 255]);
  expect(alikeShare(one, one)).toBe(1);
  expect(alikeShare(one, Uint8Array.from([14, 10, 8, 255, 0, 0, 0, 255]))).toBe(0.5);
  expect(alikeShare(one, one.slice(0, 4))).toBe(0);
  expect(alikeShare(new Uint8Array(), new Uint8Array())).toBe(0);
});
