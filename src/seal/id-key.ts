import { type Bytes, randomBytes, toHex, utf8 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

declare const idKeyMark: unique symbol;
/** HMAC-SHA-256, random, made with the circle. It never rotates, or every record would move. */
export type IdKey = CryptoKey & { readonly [idKeyMark]: true };

const keyLength = 32;
const hmac = { name: 'HMAC', hash: 'SHA-256' };

const importKey = async (bytes: Bytes, mayInvite: boolean): Promise<IdKey> =>
  (await crypto.subtle.importKey('raw', bytes, hmac, mayInvite, ['sign'])) as IdKey;

/** Extractable: whoever makes a circle invites to it. */
export const makeIdKey = (): Promise<IdKey> => importKey(randomBytes(keyLength), true);

/** A door: for bytes that came from a join, a book or a recovery. */
export async function idKeyFromBytes(
  bytes: Bytes,
  mayInvite: boolean,
): Promise<Result<IdKey, Failure<'broken'>>> {
  return bytes.length === keyLength ? ok(await importKey(bytes, mayInvite)) : fail('broken');
}

/** Throws where the key is not extractable: only phones that may invite ask. */
export const idKeyToBytes = async (key: IdKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', key));

/**
 * The `_id` of a record in its circle, 32 hex digits. The same import on two phones meets in one
 * document, and a hub can neither read a type nor link the facets of one person.
 */
export const envelopeId = (key: IdKey, type: string, uuid: string): Promise<string> =>
  keyedHex(key, `${type}:${uuid}`, 16);

/**
 * What stamps carry instead of the device id, 16 hex digits: another one in each circle.
 * No type begins with a zero character, so a pseudonym says nothing about any id.
 */
export const writerPseudonym = (key: IdKey, deviceId: string): Promise<string> =>
  keyedHex(key, `\0writer\0${deviceId}`, 8);

/** Proves that an id key is the circle's, without telling it: 16 hex digits. */
export const idKeyCheck = (key: IdKey): Promise<string> => keyedHex(key, '\0check\0', 8);

async function keyedHex(key: IdKey, text: string, length: number): Promise<string> {
  const code = await crypto.subtle.sign('HMAC', key, utf8(text));
  return toHex(new Uint8Array(code, 0, length));
}
