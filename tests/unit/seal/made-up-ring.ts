import { concatBytes, lengthPrefixed, toBase64 } from '#base/bytes.ts';
import type { Failure, Result } from '#base/result.ts';
import { circleSecretFromBytes, deriveCircleKeys } from '#seal/circle-keys.ts';
import { type CircleRing, circleRing } from '#seal/circle-ring.ts';
import { clearPart, type Envelope } from '#seal/envelope.ts';
import { idKeyFromBytes } from '#seal/id-key.ts';

export const recordId = 'db4aa046d95a52367ce4705898e9da0b';
export const otherId = '0123456789abcdef0123456789abcdef';

export function valueIn<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

/** The bytes first, first + 1, … : the same secret in every run. */
export const madeUpSecret = (first = 0) =>
  valueIn(circleSecretFromBytes(Uint8Array.from({ length: 32 }, (_, index) => first + index)));

export const madeUpIdKey = async (mayInvite = true) =>
  valueIn(
    await idKeyFromBytes(
      Uint8Array.from({ length: 32 }, (_, i) => 255 - i),
      mayInvite,
    ),
  );

export const madeUpKeys = (first = 0, epoch = 3) =>
  deriveCircleKeys(madeUpSecret(first), { circle: 'r1-members', epoch });

export async function madeUpRing(first = 0, epoch = 3): Promise<CircleRing> {
  return circleRing(await madeUpIdKey(), [await madeUpKeys(first, epoch)]);
}

/** What a member with other software could send: any bytes, any nonce, sealed with the real key. */
export async function sealBytes(
  body: Uint8Array,
  { current }: CircleRing,
  ownNonce?: Uint8Array<ArrayBuffer>,
): Promise<Envelope> {
  const clear = { _id: recordId, v: 1, k: current.k, e: current.epoch } as const;
  const additionalData = clearPart(clear);
  const covered = concatBytes([additionalData, lengthPrefixed([body])]);
  const code = new Uint8Array(await crypto.subtle.sign('HMAC', current.nonce, covered));
  const iv = ownNonce ?? code.slice(0, 12);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    current.seal,
    concatBytes([body]),
  );
  return { ...clear, c: toBase64(concatBytes([iv, new Uint8Array(sealed)])) };
}
