import {
  type Bytes,
  concatBytes,
  fromBase64,
  lengthPrefixed,
  randomBytes,
  toBase64,
} from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { orTooOld, type TooOld } from '#seal/device-signature.ts';
import { isSealable } from './weak-points.ts';

const algorithm = 'X25519';
const keyLength = 32;
const tagLength = 16;
const nonceLength = 12;
/** For a key that seals once. */
const noNonce = new Uint8Array(nonceLength);

/** What something is sealed for; opening it for anything else fails. */
export interface Purpose {
  readonly name: string;
  readonly context: readonly string[];
  /** A secret besides the key pair's: an invite's. */
  readonly also?: Bytes;
}

/** The key pair that secrets are sealed to. The private key leaves a device only under its lock. */
export const makeBoxKeys = (): Promise<Result<CryptoKeyPair, TooOld>> =>
  orTooOld(async () => isPair(await crypto.subtle.generateKey(algorithm, true, ['deriveBits'])));

/** The private key, PKCS 8. */
export const boxKeyToBytes = async ({ privateKey }: CryptoKeyPair): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));

/** `publicKey`: base64 of 32 bytes. */
export async function boxKeysFrom(privateKey: Bytes, publicKey: string): Promise<CryptoKeyPair> {
  const raw = fromBase64(publicKey) ?? new Uint8Array();
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', privateKey, algorithm, true, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('raw', raw, algorithm, true, []),
  };
}

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
  const from = await boxPublicKey(once.value);
  const key = await sharedKey(once.value, box, [from, box], purpose);
  if (!key.ok) return key;
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: noNonce }, key.value, bytes);
  return ok(concatBytes([fromBase64(from) ?? new Uint8Array(), new Uint8Array(sealed)]));
}

/** `broken`: not sealed to this key, not for this purpose, or changed. */
export async function openWith(
  own: CryptoKeyPair,
  sealed: Bytes,
  purpose: Purpose,
): Promise<Result<Bytes, Failure<'broken'> | TooOld>> {
  if (sealed.length < keyLength + tagLength) return fail('broken');
  const from = toBase64(sealed.slice(0, keyLength));
  const key = await sharedKey(own, from, [from, await boxPublicKey(own)], purpose);
  return key.ok ? decrypt(key.value, noNonce, sealed.slice(keyLength)) : key;
}

/** Under a key that seals more than once: behind a random nonce of 12 bytes. */
export async function sealUnder(key: CryptoKey, bytes: Bytes): Promise<Bytes> {
  const iv = randomBytes(nonceLength);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes);
  return concatBytes([iv, new Uint8Array(sealed)]);
}

export const openUnder = (
  key: CryptoKey,
  sealed: Bytes,
): Promise<Result<Bytes, Failure<'broken'>>> =>
  decrypt(key, sealed.slice(0, nonceLength), sealed.slice(nonceLength));

async function decrypt(
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

/**
 * What two key pairs share, for one purpose. `keys` are both public keys, the sender's first:
 * each direction has keys of its own.
 */
export async function sharedKey(
  own: CryptoKeyPair,
  other: string,
  keys: readonly [from: string, to: string],
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
