import { openCatalogueDb } from '#catalogue/catalogue-db.ts';
import { createFollower } from '#catalogue/follower.ts';
import { openDeviceDb } from '#device/device-db.ts';
import { deviceRecords } from '#device/device-records.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { openRegister } from '#register/open-register.ts';
import { recordWriter } from '#register/record-writer.ts';
import { createSealer } from '#seal/bulk.ts';
import { circleSource } from '#services/circle-source.ts';
import { deviceHome } from '#services/device-home.ts';
import { readRecord } from '#services/read-record.ts';
import { heldRings } from './held-rings.ts';
import type { TestBook } from './test-book.ts';

/** Another phone that holds only these circles of a register: its own catalogue, made anew. */
export async function circlePhone({ keys }: TestBook, held: readonly Circle[]) {
  const rings = await heldRings(keys);
  const { circles, close } = openRegister(keys.register, rings, createSealer());
  const catalogue = openCatalogueDb(`other-${crypto.randomUUID()}`);
  const device = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
  const nothing = deviceHome(deviceRecords(device, keys.register, undefined));
  const storeOf = (circle: Circle) => {
    const store = circles[circle];
    if (!store) throw new Error(`no ${circle}`);
    return store;
  };
  const homeOf = (circle: Circle) => (held.includes(circle) ? storeOf(circle) : nothing);
  const writer = recordWriter({
    stores: { device: nothing, team: homeOf('team'), members: homeOf('members') },
    writers: { device: '', team: '', members: '' },
    now: () => Date.now(),
    lock: (_, work) => work(),
    register: keys.register,
  });
  const follower = createFollower({
    db: catalogue,
    sources: held.map((circle) => circleSource(circle, storeOf(circle))),
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
