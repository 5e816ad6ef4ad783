import type { Json } from '#base/json.ts';
import { type Failure, ok, type Result } from '#base/result.ts';
import type { DeviceDb, HeldCircle, HeldEpoch, KeysRow } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { guarded, type StorageFailure } from '#device/storage-trouble.ts';
import { type Circle, circles } from '#domain/sharing/level.ts';
import { circleId } from '#seal/circle-id.ts';
import {
  type CircleKeys,
  deriveCircleKeys,
  makeCircleSecret,
  secretFromStored,
  secretToStore,
} from '#seal/circle-keys.ts';
import { type GrowingRing, growingRing } from '#seal/circle-ring.ts';
import { foundRegister } from '#seal/founding.ts';
import { type IdKey, makeIdKey } from '#seal/id-key.ts';
import { keptRow } from './keyring.ts';

async function makeCircle(circle: Circle): Promise<HeldCircle> {
  const secret = await secretToStore(makeCircleSecret());
  return { circle, idKey: await makeIdKey(), epochs: [{ epoch: 1, secret }] };
}

/** Founds a register on this phone: its id, its circles' keys, the device's own signing key. */
export async function makeRegisterKeys(
  db: DeviceDb,
  safe: Safe | undefined,
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
  const kept = await guarded(async () => db.keys.put(await keptRow(row, safe)));
  return kept.ok ? ok(row) : kept;
}

/** What one epoch of a circle seals with. */
export async function keysOfEpoch(
  register: string,
  circle: Circle,
  { epoch, secret }: HeldEpoch,
): Promise<CircleKeys> {
  const of = { circle: circleId(register, circle), epoch };
  return deriveCircleKeys(await secretFromStored(secret), of);
}

async function ringOf(register: string, { circle, idKey, epochs }: HeldCircle) {
  const [first, ...rest] = await Promise.all(
    epochs.map((held) => keysOfEpoch(register, circle, held)),
  );
  if (!first) throw new Error(`No key of the circle ${circle}`);
  return growingRing(idKey as IdKey, [first, ...rest]);
}

export type Rings = Readonly<Partial<Record<Circle, GrowingRing>>>;

/** The keys of the circles that this phone belongs to. */
export async function ringsOf({
  register,
  circles: held,
}: Pick<KeysRow, 'register' | 'circles'>): Promise<Rings> {
  const rings = held.map(async (one) => [one.circle, await ringOf(register, one)] as const);
  return Object.fromEntries(await Promise.all(rings));
}
