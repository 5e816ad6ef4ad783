import { type Bytes, concatBytes, fromBase64, lengthPrefixed, toBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { orTooOld, type TooOld } from '#seal/device-signature.ts';
import { isSealable } from './weak-points.ts';

const algorithm = 'X25519';
const keyLength = 32;
const tagLength = 16;
/** A key of its own for every sealing, so no nonce is ever used twice. */
const nonce = new Uint8Array(12);

/** What something is sealed for; opening it for anything else fails. */
export interface Purpose {
  readonly name: string;
  readonly context: readonly string[];
  /** A secret besides the key pair's: an invite's. */
  readonly also?: Bytes;
}

/** The key pair that secrets are sealed to. The private key never leaves the device. */
export const makeBoxKeys = (): Promise<Result<CryptoKeyPair, TooOld>> =>
  orTooOld(async () => isPair(await crypto.subtle.generateKey(algorithm, false, ['deriveBits'])));

/** Base64 of 32 bytes. */
export const boxPublicKey = async ({ publicKey }: CryptoKeyPair): Promise<string> =>
  toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));

/**
 * Seals bytes to a box key: X25519 with a key pair used once, HKDF-SHA-256 over both public keys
 * and the purpose, AES-256-GCM. The answer is 48 bytes longer: the public key, the bytes, a tag.
 * `broken`: nothing can be sealed to this key.
 */
export async function sealTo(
  box: string,
  bytes: Bytes,
  purpose: Purpose,
): Promise<Result<Bytes, Failure<'broken'> | TooOld>> {
  const once = await makeBoxKeys();
  if (!once.ok) return once;
  const sealed = await sealFrom(once.value, box, bytes, purpose);
  if (!sealed.ok) return sealed;
  const from = fromBase64(await boxPublicKey(once.value)) ?? new Uint8Array();
  return ok(concatBytes([from, sealed.value]));
}

/** `broken`: not sealed to this key, not for this purpose, or changed. */
export async function openWith(
  own: CryptoKeyPair,
  sealed: Bytes,
  purpose: Purpose,
): Promise<Result<Bytes, Failure<'broken'> | TooOld>> {
  if (sealed.length < keyLength + tagLength) return fail('broken');
  return openFrom(own, toBase64(sealed.slice(0, keyLength)), sealed.slice(keyLength), purpose);
}

/** As `sealTo`, from a key pair that the other side has heard of: it must seal only once. */
export async function sealFrom(
  once: CryptoKeyPair,
  box: string,
  bytes: Bytes,
  purpose: Purpose,
): Promise<Result<Bytes, Failure<'broken'> | TooOld>> {
  const key = await sharedKey(once, box, [await boxPublicKey(once), box], purpose);
  if (!key.ok) return key;
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key.value, bytes);
  return ok(new Uint8Array(sealed));
}

export async function openFrom(
  own: CryptoKeyPair,
  from: string,
  sealed: Bytes,
  purpose: Purpose,
): Promise<Result<Bytes, Failure<'broken'> | TooOld>> {
  const key = await sharedKey(own, from, [from, await boxPublicKey(own)], purpose);
  return key.ok ? decrypt(key.value, nonce, sealed) : key;
}

export async function decrypt(
  key: CryptoKey,
  iv: Bytes,
  sealed: Bytes,
): Promise<Result<Bytes, Failure<'broken'>>> {
  try {
    return ok(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)));
  } catch {
    return fail('broken');
  }
}

/** The sender's public key first: each direction has keys of its own. */
async function sharedKey(
  own: CryptoKeyPair,
  other: string,
  keys: readonly [string, string],
  purpose: Purpose,
): Promise<Result<CryptoKey, Failure<'broken'> | TooOld>> {
  const raw = fromBase64(other);
  if (!raw || !isSealable(other)) return fail('broken');
  return orTooOld(async () => {
    const publicKey = await crypto.subtle.importKey('raw', raw, algorithm, true, []);
    const shared = await crypto.subtle.deriveBits(
      { name: algorithm, public: publicKey },
      own.privateKey,
      256,
    );
    return keyFrom(new Uint8Array(shared), { ...purpose, context: [...keys, ...purpose.context] });
  });
}

/** AES-256-GCM from a secret by HKDF-SHA-256 (RFC 5869), one for each purpose. */
export async function keyFrom(secret: Bytes, { name, context, also }: Purpose): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = lengthPrefixed(['patchbook/box/1', name, ...context]);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: also ?? new Uint8Array(), info },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function isPair(keys: CryptoKey | CryptoKeyPair): CryptoKeyPair {
  if ('privateKey' in keys) return keys;
  throw new Error('X25519 keys come in pairs');
}
