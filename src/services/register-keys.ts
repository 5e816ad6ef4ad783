import type { Json } from '#base/json.ts';
import { type Failure, ok, type Result } from '#base/result.ts';
import type { DeviceDb, HeldCircle, KeysRow } from '#device/device-db.ts';
import { guarded, type StorageFailure } from '#device/storage-trouble.ts';
import { type Circle, circles } from '#domain/sharing/level.ts';
import { circleId } from '#seal/circle-id.ts';
import {
  deriveCircleKeys,
  makeCircleSecret,
  secretFromStored,
  secretToStore,
} from '#seal/circle-keys.ts';
import { type CircleRing, circleRing } from '#seal/circle-ring.ts';
import { foundRegister } from '#seal/founding.ts';
import { type IdKey, makeIdKey } from '#seal/id-key.ts';

async function makeCircle(circle: Circle): Promise<HeldCircle> {
  const secret = await secretToStore(makeCircleSecret());
  return { circle, epoch: 1, secret, idKey: await makeIdKey() };
}

/** Founds a register on this phone: its id, its circles' keys, the device's own signing key. */
export async function makeRegisterKeys(
  db: DeviceDb,
  about: {
    readonly name: string;
    readonly memberId: string;
    readonly now: number;
    readonly madeUp?: true | undefined;
  },
): Promise<Result<KeysRow, StorageFailure | Failure<'browser-too-old'>>> {
  const founded = await foundRegister(new Date(about.now));
  if (!founded.ok) return founded;
  const row: KeysRow = {
    register: founded.value.id,
    founding: founded.value.record as unknown as Json,
    circles: await Promise.all(circles.map(makeCircle)),
    signingKey: founded.value.device.privateKey,
    memberId: about.memberId,
    name: about.name,
    openedAt: about.now,
    ...(about.madeUp && { madeUp: 'part' }),
  };
  const kept = await guarded(() => db.keys.put(row));
  return kept.ok ? ok(row) : kept;
}

async function ringOf(register: string, held: HeldCircle): Promise<CircleRing> {
  const secret = await secretFromStored(held.secret);
  const of = { circle: circleId(register, held.circle), epoch: held.epoch };
  return circleRing(held.idKey as IdKey, [await deriveCircleKeys(secret, of)]);
}

/** The keys a register's circles are opened with. A row without one of them is a bug. */
export async function ringsOf(row: KeysRow): Promise<Readonly<Record<Circle, CircleRing>>> {
  const ring = (circle: Circle) => {
    const held = row.circles.find((one) => one.circle === circle);
    if (!held) throw new Error(`No key of the circle ${circle}`);
    return ringOf(row.register, held);
  };
  const [team, members] = await Promise.all([ring('team'), ring('members')]);
  return { team, members };
}
