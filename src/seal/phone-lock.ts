import * as v from 'valibot';
import {
  type Bytes,
  concatBytes,
  fromBase64,
  isBase64,
  lengthPrefixed,
  randomBytes,
  toBase64,
  utf8,
} from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { openByPassphrase, passphraseSealedSchema, sealByPassphrase } from './passphrase.ts';

/** What is sealed under a phone's lock is sealed with 32 random bytes, and they under each door. */
const keyLength = 32;
const nonceLength = 12;
const about = utf8('patchbook/lock/1');

const bytesIn = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most * 2),
    v.check((text) => {
      const { length } = fromBase64(text) ?? [];
      return isBase64(text) && length !== undefined && length >= least && length <= most;
    }),
  );

/** The ways to open a phone's lock: numbers or words always, its own fingerprint or face beside. */
export const doorsSchema = v.strictObject({
  v: v.literal(1),
  kind: v.picklist(['numbers', 'words']),
  words: passphraseSealedSchema,
  passkey: v.optional(
    v.strictObject({
      /** Base64: credential id (WebAuthn 3), what its PRF is asked with, the sealed key. */
      id: bytesIn(1, 1023),
      salt: bytesIn(keyLength, keyLength),
      sealed: bytesIn(keyLength, 256),
    }),
  ),
});
export type Doors = Readonly<v.InferOutput<typeof doorsSchema>>;
export type LockKind = Doors['kind'];

export function readDoors(stored: unknown): Result<Doors, Failure<'broken'>> {
  const read = v.safeParse(doorsSchema, stored);
  return read.success ? ok(read.output) : fail('broken');
}

export const makePhoneKey = (): Bytes => randomBytes(keyLength);

export async function makeDoors(kind: LockKind, words: string, key: Bytes): Promise<Doors> {
  return { v: 1, kind, words: await sealByPassphrase(key, words, about) };
}

/** The phone's key. */
export const openDoors = (
  { words }: Doors,
  said: string,
): Promise<Result<Bytes, Failure<'wrong-passphrase'>>> => openByPassphrase(words, said, about);

/** One more door. `secret`: 32 bytes that the device gives out for this salt, and only to its holder. */
export async function withPasskey(
  doors: Doors,
  key: Bytes,
  { id, salt, secret }: { readonly id: Bytes; readonly salt: Bytes; readonly secret: Bytes },
): Promise<Doors> {
  const sealed = await sealUnderKey(await passkeyKey(secret), key, about);
  const passkey = { id: toBase64(id), salt: toBase64(salt), sealed: toBase64(sealed) };
  return { ...doors, passkey };
}

export async function openByPasskey(
  passkey: NonNullable<Doors['passkey']>,
  secret: Bytes,
): Promise<Result<Bytes, Failure<'broken'>>> {
  const sealed = fromBase64(passkey.sealed) ?? new Uint8Array();
  const key = await openUnderKey(await passkeyKey(secret), sealed, about);
  return key ? ok(key) : fail('broken');
}

/** HKDF-SHA-256, for what a device gives out may be asked for by other pages of the same origin. */
async function passkeyKey(secret: Bytes): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: about };
  return crypto.subtle.deriveKey(how, root, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

const boundTo = (name: string): Bytes => lengthPrefixed(['patchbook/phone/1', name]);

/** Seals what only this phone knows: AES-256-GCM, a random nonce of 96 bits in front. */
export async function phoneSafe(key: Bytes) {
  const held = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    seal: (plain: Bytes, name: string) => sealUnderKey(held, plain, boundTo(name)),
    open: (sealed: Bytes, name: string) => openUnderKey(held, sealed, boundTo(name)),
  };
}

async function sealUnderKey(key: CryptoKey, plain: Bytes, additionalData: Bytes): Promise<Bytes> {
  const iv = randomBytes(nonceLength);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return concatBytes([iv, new Uint8Array(sealed)]);
}

async function openUnderKey(
  key: CryptoKey,
  sealed: Bytes,
  additionalData: Bytes,
): Promise<Bytes | undefined> {
  const iv = sealed.slice(0, nonceLength);
  const how = { name: 'AES-GCM', iv, additionalData };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.slice(nonceLength)));
  } catch {
    return undefined;
  }
}
