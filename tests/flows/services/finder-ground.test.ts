import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CatalogueDb, openCatalogueDb } from '#catalogue/catalogue-db.ts';
import { type DeviceDb, openDeviceDb } from '#device/device-db.ts';
import { watchPacks } from '#device/watch-packs.ts';
import { createFinder, type Finder } from '#search/finder.ts';
import { finderGround } from '#services/finder-ground.ts';
import { walksOf } from '#services/walks-of.ts';
import { finderInChannel } from '../../support/finder-in-channel.ts';
import { madeUpGround } from '../../support/made-up-ground.ts';
import { eventually } from '../../support/open-test-register.tsx';

const register = `ground-${crypto.randomUUID()}`;
let device: DeviceDb;
let catalogue: CatalogueDb;
let finder: Finder;
let given: (Blob | undefined)[];

beforeEach(() => {
  device = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
  catalogue = openCatalogueDb(register);
  const real = createFinder(() => finderInChannel(undefined, walksOf), {
    typeWords: async () => ({}),
  });
  given = [];
  finder = {
    ...real,
    learnGround: (paths) => {
      given.push(paths);
      return real.learnGround(paths);
    },
  };
});
afterEach(async () => {
  finder.close();
  await device.delete();
  await catalogue.delete();
});

/** Resolves when whoever watches packs was told of as many as this. */
const told = async (count: number): Promise<void> => {
  let calls = 0;
  const stop = watchPacks(device, () => {
    calls += 1;
  });
  await eventually(
    'a look at the packs',
    async () => calls > 0 && (await device.packs.count()) === count,
  );
  stop();
};

test('a pack that comes is given to the finder, and one that goes is taken back', async () => {
  const ground = finderGround(finder, { device, catalogue, register });
  await ground.begin();
  await device.packs.put(await madeUpGround());
  await eventually('the paths', () => given.length === 1);
  await device.packs.clear();
  await eventually('no paths', () => given.length === 2);
  expect(given.map((paths) => paths !== undefined)).toEqual([true, false]);
  ground.stop();
});

test('stopped before it has begun, it hears of no pack any more', async () => {
  const ground = finderGround(finder, { device, catalogue, register });
  const begun = ground.begin();
  ground.stop();
  await begun;
  await device.packs.put(await madeUpGround());
  await told(1);
  await told(1);
  expect(given).toEqual([]);
});
