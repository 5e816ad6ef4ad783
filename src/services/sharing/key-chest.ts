import { equalBytes } from '#base/bytes.ts';
import { ok, type Result } from '#base/result.ts';
import type { HeldCircle, HeldEpoch, KeysRow } from '#device/device-db.ts';
import { guarded, type StorageFailure } from '#device/storage-trouble.ts';
import { type Circle, circles } from '#domain/sharing/level.ts';
import { secretFromStored, secretToStore } from '#seal/circle-keys.ts';
import { type IdKey, idKeyFromBytes, idKeyToBytes } from '#seal/id-key.ts';
import type { EpochSecret, Hoard } from '#trust/past.ts';
import type { Ring } from '#trust/recovery-ring.ts';
import type { Keyring } from '../keyring.ts';

/** All keys of a circle in the form in which they are handed on. */
export async function hoardOf({ idKey, epochs }: HeldCircle): Promise<Hoard> {
  const secrets = epochs.map(async ({ epoch, secret }) => ({
    epoch,
    secret: await secretFromStored(secret),
  }));
  return { idKey: await idKeyToBytes(idKey as IdKey), secrets: await Promise.all(secrets) };
}

const keepSecret = async ({ epoch, secret }: EpochSecret): Promise<HeldEpoch> => ({
  epoch,
  secret: await secretToStore(secret),
});

/** Undefined where the bytes are no id key. */
export async function heldOf(circle: Circle, hoard: Hoard): Promise<HeldCircle | undefined> {
  const idKey = await idKeyFromBytes(hoard.idKey, true);
  if (!idKey.ok) return undefined;
  return { circle, idKey: idKey.value, epochs: await Promise.all(hoard.secrets.map(keepSecret)) };
}

/** All keys of a register, in the form in which a recovery sheet opens them. */
export async function ringOf(held: readonly HeldCircle[]): Promise<Ring> {
  const hoards = held.map(async (one) => [one.circle, await hoardOf(one)] as const);
  return Object.fromEntries(await Promise.all(hoards));
}

async function joined(held: HeldCircle, hoard: Hoard): Promise<HeldCircle> {
  const own = await hoardOf(held);
  const fresh = hoard.secrets.filter(
    ({ secret }) => !own.secrets.some((known) => equalBytes(known.secret, secret)),
  );
  return { ...held, epochs: [...held.epochs, ...(await Promise.all(fresh.map(keepSecret)))] };
}

async function withHoard(
  held: readonly HeldCircle[],
  circle: Circle,
  hoard: Hoard,
): Promise<readonly HeldCircle[]> {
  const own = held.find((one) => one.circle === circle);
  if (own) {
    const more = await joined(own, hoard);
    return held.map((one) => (one === own ? more : one));
  }
  const made = await heldOf(circle, hoard);
  return made ? [...held, made] : held;
}

/** Those of a ring beside what is held. */
export async function withRing(
  held: readonly HeldCircle[],
  ring: Ring,
): Promise<readonly HeldCircle[]> {
  let all = held;
  for (const circle of circles) {
    const hoard = ring[circle];
    if (hoard) all = await withHoard(all, circle, hoard);
  }
  return all;
}

/** Adds keys to what a register is opened with; none is ever taken out. Answers the row as it is. */
export async function addToChest(
  keyring: Keyring,
  register: string,
  circle: Circle,
  hoard: Hoard,
): Promise<Result<KeysRow | undefined, StorageFailure>> {
  // Rows of one register change under its lock.
  const row = await keyring.get(register);
  if (!row) return ok(undefined);
  const more = await withHoard(row.circles, circle, hoard);
  return guarded(() => keyring.change(register, { circles: more }));
}
