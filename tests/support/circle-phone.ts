import { openCatalogueDb } from '#catalogue/catalogue-db.ts';
import { createFollower } from '#catalogue/follower.ts';
import { openDeviceDb } from '#device/device-db.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { heldCircles } from '#register/open-register.ts';
import { recordWriter } from '#register/record-writer.ts';
import { createSealer } from '#seal/bulk.ts';
import { circleSource } from '#services/circle-source.ts';
import { openStores } from '#services/open-stores.ts';
import { readRecord } from '#services/read-record.ts';
import type { TestBook } from './test-book.ts';

/** Another phone that holds only these circles of a register: its own catalogue, made anew. */
export async function circlePhone({ keys }: TestBook, held: readonly Circle[]) {
  const catalogue = openCatalogueDb(`other-${crypto.randomUUID()}`);
  const device = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
  const mine = keys.circles.filter(({ circle }) => held.includes(circle));
  const { circles, stores, close } = await openStores(
    { ...keys, circles: mine },
    { device, deviceId: '', sealer: createSealer() },
  );
  const writer = recordWriter({
    stores,
    writers: {},
    now: () => Date.now(),
    lock: (_, work) => work(),
    register: keys.register,
  });
  const follower = createFollower({
    db: catalogue,
    sources: heldCircles(circles).map((one) => circleSource(...one)),
    lock: (work) => work(),
    onApplied: () => {},
  });
  await follower.catchUp();
  return {
    catalogue,
    read: (ref: Ref) => readRecord(writer, ref),
    close: async () => {
      catalogue.close();
      device.close();
      await close();
    },
  };
}
