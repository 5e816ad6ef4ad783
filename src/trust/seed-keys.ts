import { type Bytes, concatBytes, fromBase64Url, fromHex, toBase64 } from '#base/bytes.ts';

/**
 * WebCrypto takes a private key of these curves only in a wrapping (PKCS#8, RFC 8410, 7): what
 * stands before the 32 bytes is always the same but for the curve's number, 1.3.101.110 for
 * X25519 and 1.3.101.112 for Ed25519.
 */
const wrappings = {
  X25519: { before: '302e020100300506032b656e04220420', use: 'deriveBits' },
  Ed25519: { before: '302e020100300506032b657004220420', use: 'sign' },
} as const;

type Curve = keyof typeof wrappings;

export interface SeededKeys {
  readonly pair: CryptoKeyPair;
  /** Base64 of 32 bytes. */
  readonly publicKey: string;
}

/**
 * The key pair of 32 bytes. WebCrypto tells no public key of a private one but by its JWK. The
 * private key can be taken out, for it may have to be shut away under a phone's lock.
 */
export async function keyPairFrom(seed: Bytes, curve: Curve): Promise<SeededKeys> {
  const { before, use } = wrappings[curve];
  const wrapped = concatBytes([fromHex(before) ?? new Uint8Array(), seed]);
  const privateKey = await crypto.subtle.importKey('pkcs8', wrapped, curve, true, [use]);
  const { x = '' } = await crypto.subtle.exportKey('jwk', privateKey);
  const raw = fromBase64Url(x) ?? new Uint8Array();
  const verify = curve === 'Ed25519' ? (['verify'] as const) : [];
  const publicKey = await crypto.subtle.importKey('raw', raw, curve, true, [...verify]);
  return { pair: { privateKey, publicKey }, publicKey: toBase64(raw) };
}
