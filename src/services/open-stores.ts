import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import { deviceRecords } from '#device/device-records.ts';
import type { Safe } from '#device/safe.ts';
import { type Circle, circles, type Home } from '#domain/sharing/level.ts';
import { openRegister } from '#register/open-register.ts';
import type { Sealer } from '#seal/bulk.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import { writerPseudonym } from '#seal/id-key.ts';
import { deviceHome } from './device-home.ts';
import { ringsOf } from './register-keys.ts';

interface StoreParts {
  readonly device: DeviceDb;
  readonly deviceId: string;
  readonly sealer: Sealer;
  readonly safe: Safe | undefined;
}

type Pairs<T> = readonly (readonly [Circle, T])[];
const asRecord = <T>(pairs: Pairs<T>): Readonly<Partial<Record<Circle, T>>> =>
  Object.fromEntries(pairs);

/** The circles that a register's keys open on this phone, the phone's own records beside them. */
export async function openStores(keys: KeysRow, { device, deviceId, sealer, safe }: StoreParts) {
  const growing = await ringsOf(keys);
  const rings: Pairs<CircleRing> = circles.flatMap((circle) => {
    const held = growing[circle];
    return held ? [[circle, held.ring] as const] : [];
  });
  const { circles: opened, close } = openRegister(
    keys.register,
    asRecord(rings),
    sealer,
    (circle, closed) => growing[circle]?.close(closed),
  );
  const pseudonyms = rings.map(
    async ([circle, { idKey }]) => [circle, await writerPseudonym(idKey, deviceId)] as const,
  );
  const own = deviceHome(deviceRecords(device, keys.register, safe));
  const writers: Readonly<Partial<Record<Home, string>>> = {
    device: deviceId,
    ...asRecord(await Promise.all(pseudonyms)),
  };
  return { growing, circles: opened, own, stores: { device: own, ...opened }, writers, close };
}
