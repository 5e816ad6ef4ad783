import {
  type Bytes,
  concatBytes,
  equalBytes,
  fromBase64,
  lengthPrefixed,
  randomBytes,
  toBase64,
  utf8,
} from '#base/bytes.ts';

/** What opens one photo and nothing else. */
export interface PhotoKey {
  /** Of the photo; it opens under no other one. */
  readonly id: string;
  /** Base64 of 32 random bytes. */
  readonly key: string;
}

const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
/** Bytes of a sealed photo at most; a hub takes a little more. */
export const largestSealedPhoto = 120 * 1024;
export const largestPhoto = largestSealedPhoto - nonceLength - tagLength;

export const makePhotoKey = (): string => toBase64(randomBytes(keyLength));

const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** HKDF-SHA-256 with one info string per purpose; undefined where `key` is none. */
async function keysFrom(key: string) {
  const secret = fromBase64(key);
  if (secret?.length !== keyLength) return undefined;
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const from = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: lengthPrefixed(['patchbook/photo/1', purpose]),
  });
  const aes = { name: 'AES-GCM', length: 256 };
  const [seal, nonce] = await Promise.all([
    crypto.subtle.deriveKey(from('seal'), root, aes, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(from('nonce'), root, { ...hmac, length: 256 }, false, ['sign']),
  ]);
  return { seal, nonce };
}

const nonceFor = async (key: CryptoKey, photo: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, photo), 0, nonceLength);

/**
 * The same photo gives the same bytes, so that sending it again after a lost answer is no second
 * one. Undefined where `key` is no key.
 */
export async function sealPhoto(photo: Bytes, { id, key }: PhotoKey): Promise<Bytes | undefined> {
  const keys = await keysFrom(key);
  if (!keys) return undefined;
  const iv = await nonceFor(keys.nonce, photo);
  const how = { name: 'AES-GCM', iv, additionalData: utf8(id) };
  const sealed = await crypto.subtle.encrypt(how, keys.seal, photo);
  return concatBytes([iv, new Uint8Array(sealed)]);
}

/** Never throws. Undefined: another photo's, another key's, or changed on the way. */
export async function openSealedPhoto(
  sealed: Bytes,
  { id, key }: PhotoKey,
): Promise<Bytes | undefined> {
  const keys = await keysFrom(key);
  if (!keys || sealed.length < nonceLength + tagLength) return undefined;
  const iv = sealed.subarray(0, nonceLength);
  const how = { name: 'AES-GCM', iv, additionalData: utf8(id) };
  try {
    const opened = await crypto.subtle.decrypt(how, keys.seal, sealed.subarray(nonceLength));
    const photo = new Uint8Array(opened);
    return equalBytes(iv, await nonceFor(keys.nonce, photo)) ? photo : undefined;
  } catch {
    return undefined;
  }
}
