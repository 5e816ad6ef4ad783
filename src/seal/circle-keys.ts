import { type Bytes, lengthPrefixed, randomBytes, toHex } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

declare const secretMark: unique symbol;
/** 32 random bytes: everything a circle's epoch is sealed with comes from them. */
export type CircleSecret = Bytes & { readonly [secretMark]: true };

/** What one epoch of a circle seals with. The keys are not extractable; all survive IndexedDB. */
export interface CircleKeys {
  /** Key id: 16 hex digits, stands in clear in every envelope. */
  readonly k: string;
  /** From 1. */
  readonly epoch: number;
  /** AES-256-GCM. */
  readonly seal: CryptoKey;
  /** HMAC-SHA-256: nonces come from what is sealed, so equal bodies seal alike. */
  readonly nonce: CryptoKey;
}

export interface CircleEpoch {
  /** Circle id, for example `<register>-members`. */
  readonly circle: string;
  readonly epoch: number;
}

const secretLength = 32;

export const makeCircleSecret = (): CircleSecret => randomBytes(secretLength) as CircleSecret;

/** A door: for bytes that came from a join, a book or a recovery. */
export const circleSecretFromBytes = (bytes: Bytes): Result<CircleSecret, Failure<'broken'>> =>
  bytes.length === secretLength ? ok(bytes as CircleSecret) : fail('broken');

/** HKDF-SHA-256 with one info string per purpose; circle and epoch are part of it. */
export async function deriveCircleKeys(secret: CircleSecret, of: CircleEpoch): Promise<CircleKeys> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const from = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: lengthPrefixed(['patchbook/circle/1', purpose, of.circle, String(of.epoch)]),
  });
  const [id, seal, nonce] = await Promise.all([
    crypto.subtle.deriveBits(from('key-id'), root, 64),
    crypto.subtle.deriveKey(from('seal'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(from('nonce'), root, { ...hmac, length: 256 }, false, ['sign']),
  ]);
  return { k: toHex(new Uint8Array(id)), epoch: of.epoch, seal, nonce };
}

const hmac = { name: 'HMAC', hash: 'SHA-256' };

/**
 * Only for phones that may invite: the secret as an extractable HMAC key, which IndexedDB keeps
 * as a CryptoKey. All other phones keep `CircleKeys` and can't hand the circle on.
 */
export const secretToStore = (secret: CircleSecret): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, hmac, true, ['sign']);

export const secretFromStored = async (stored: CryptoKey): Promise<CircleSecret> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', stored)) as CircleSecret;
