import { toBase64 } from '#base/bytes.ts';
import type { JsonObject } from '#base/json.ts';
import type { Failure, Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { devicePublicKey } from '#seal/device-signature.ts';
import { type FoundingRecord, foundRegister } from '#seal/founding.ts';
import { signAct, type VerifiedAct, verifyAct } from '#trust/act.ts';
import type { DeviceKeys, KnownAct } from '#trust/act-kinds.ts';
import type { Root } from '#trust/ancestry.ts';
import { type LogState, replay, rootOf } from '#trust/log.ts';
import type { Role } from '#trust/roles.ts';

export const now = new Date('2026-11-26T10:00:00.000Z');

export function valueIn<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

/** A phone with real keys. */
export interface Phone {
  readonly signing: CryptoKeyPair;
  readonly box: CryptoKeyPair;
  readonly keys: DeviceKeys;
}

const makeSigning = async () =>
  (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;

export async function makePhone(signing?: CryptoKeyPair): Promise<Phone> {
  const own = signing ?? (await makeSigning());
  const box = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  const boxRaw = new Uint8Array(await crypto.subtle.exportKey('raw', box.publicKey));
  const sign = toBase64(await devicePublicKey(own));
  return { signing: own, box, keys: { sign, box: toBase64(boxRaw) } };
}

/** A register with its founder and the acts so far, in the order in which they were made. */
export interface Patch {
  readonly root: Root;
  readonly founding: FoundingRecord;
  readonly founder: Phone;
  readonly acts: VerifiedAct[];
}

export async function makePatch(): Promise<Patch> {
  const { record, device } = valueIn(await foundRegister(now));
  return {
    root: await rootOf(record),
    founding: record,
    founder: await makePhone(device),
    acts: [],
  };
}

export const stateOf = ({ root, acts }: Patch): LogState => replay(root, acts);

/** Signs an act that has seen `prev` (everything that counts, if left out) and keeps it. */
export async function say(
  patch: Patch,
  by: Phone,
  act: KnownAct,
  prev: readonly string[] = stateOf(patch).heads,
): Promise<VerifiedAct> {
  const signed = await signAct(act, by.signing, { register: patch.root.register, prev, now });
  const verified = valueIn(await verifyAct(signed, patch.root.register));
  patch.acts.push(verified);
  return verified;
}

export const person = (): string => crypto.randomUUID();

export const admit = (phone: Phone, role: Role): KnownAct => ({
  kind: 'admit',
  person: person(),
  device: phone.keys,
  role,
});

/** Admits a new phone; the act's name names both the member and the phone. */
export async function welcome(patch: Patch, by: Phone, role: Role, prev?: readonly string[]) {
  const phone = await makePhone();
  const { name } = await say(patch, by, admit(phone, role), prev);
  return { phone, name };
}

export const remove = (member: string): KnownAct => ({ kind: 'remove', member, why: 'removed' });

/** Everything that is known of a state, as one text. */
export const textOfState = ({ members, epochs, notices, uncounted, waiting, heads }: LogState) =>
  canonicalText(
    JSON.parse(
      JSON.stringify({
        members: [...members],
        epochs,
        notices: [...notices].sort(),
        uncounted: [...uncounted].sort(([a], [b]) => (a < b ? -1 : 1)),
        waiting,
        heads,
      }),
    ) as JsonObject,
  );
