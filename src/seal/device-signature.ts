import type { Bytes } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

/** Ed25519 reached the last of the big browsers in 2025; there is no stand-in for a signature. */
export type TooOld = Failure<'browser-too-old'>;

const algorithm = 'Ed25519';

/** The key pair a device signs with. The private key leaves it only sealed, under the app's lock. */
export const makeDeviceKeys = (): Promise<Result<CryptoKeyPair, TooOld>> =>
  orTooOld(() => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']));

/** PKCS 8. */
export const deviceKeyToBytes = async (privateKey: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));

export const deviceKeyFromBytes = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', bytes, algorithm, true, ['sign']);

/** `publicKey`: 32 bytes. */
export const deviceKeysFrom = async (
  privateKey: Bytes,
  publicKey: Bytes,
): Promise<CryptoKeyPair> => ({
  privateKey: await deviceKeyFromBytes(privateKey),
  publicKey: await crypto.subtle.importKey('raw', publicKey, algorithm, true, ['verify']),
});

/** 64 bytes. */
export const signWithDevice = async (privateKey: CryptoKey, bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, bytes));

/** The public key as 32 raw bytes. */
export const devicePublicKey = async ({ publicKey }: CryptoKeyPair): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));

/** False for a signature of something else and for bytes that are no key or no signature. */
export const isSignedBy = (
  publicKey: Bytes,
  signature: Bytes,
  bytes: Bytes,
): Promise<Result<boolean, TooOld>> =>
  orTooOld(async () => {
    const key = await importPublicKey(publicKey);
    return key ? crypto.subtle.verify(algorithm, key, signature, bytes) : false;
  });

async function importPublicKey(bytes: Bytes): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('raw', bytes, algorithm, true, ['verify']);
  } catch (error) {
    if (isUnsupported(error)) throw error;
    return undefined;
  }
}

export async function orTooOld<T>(work: () => Promise<T>): Promise<Result<T, TooOld>> {
  try {
    return ok(await work());
  } catch (error) {
    if (isUnsupported(error)) return fail('browser-too-old');
    throw error;
  }
}

/** Without `crypto.subtle` (a page that is not served securely) nothing here can work either. */
const isUnsupported = (error: unknown): boolean =>
  globalThis.crypto?.subtle === undefined ||
  (error instanceof DOMException && error.name === 'NotSupportedError');
