import * as v from 'valibot';
import { type Bytes, fromBase64, isBase64, randomBytes, toBase64, utf8 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

/** OWASP Password Storage Cheat Sheet, PBKDF2 with HMAC-SHA-256 (decision 14). */
const roundsUsed = 600_000;
/** A file that asks for more only wants to keep the phone busy. */
const roundsMost = 5_000_000;
const saltLength = 16;
const nonceLength = 12;
const textLengthMost = 64 * 1024;

/** Something only those who know a passphrase can open. */
export const passphraseSealedSchema = v.strictObject({
  /** Base64 of 16 bytes. */
  salt: v.pipe(
    v.string(),
    v.maxLength(32),
    v.check((text) => fromBase64(text)?.length === saltLength),
  ),
  rounds: v.pipe(v.number(), v.safeInteger(), v.minValue(roundsUsed), v.maxValue(roundsMost)),
  /** Base64 of nonce and ciphertext. */
  sealed: v.pipe(v.string(), v.minLength(1), v.maxLength(textLengthMost), v.check(isBase64)),
});
export type PassphraseSealed = Readonly<v.InferOutput<typeof passphraseSealedSchema>>;

/** One spelling for what people write alike: spaces at the ends and between count once. */
const spelled = (passphrase: string): string =>
  passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' ');

/** Characters as they count. */
export const passphraseLength = (passphrase: string): number => [...spelled(passphrase)].length;

async function keyFrom(passphrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const { subtle } = crypto;
  const known = await subtle.importKey('raw', utf8(spelled(passphrase)), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    known,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** AES-256-GCM under PBKDF2-SHA-256. `about` is bound to it: it opens in no other place. */
export async function sealByPassphrase(
  plain: Bytes,
  passphrase: string,
  about: Bytes,
): Promise<PassphraseSealed> {
  const salt = randomBytes(saltLength);
  const iv = randomBytes(nonceLength);
  const key = await keyFrom(passphrase, salt, roundsUsed);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: about },
    key,
    plain,
  );
  const whole = new Uint8Array([...iv, ...new Uint8Array(sealed)]);
  return { salt: toBase64(salt), rounds: roundsUsed, sealed: toBase64(whole) };
}

/** `wrong-passphrase`: other words, or not what was sealed: the two can't be told apart. */
export async function openByPassphrase(
  { salt, rounds, sealed }: PassphraseSealed,
  passphrase: string,
  about: Bytes,
): Promise<Result<Bytes, Failure<'wrong-passphrase'>>> {
  const whole = fromBase64(sealed) ?? new Uint8Array();
  const key = await keyFrom(passphrase, fromBase64(salt) ?? new Uint8Array(), rounds);
  const iv = whole.subarray(0, nonceLength);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: about },
      key,
      whole.subarray(nonceLength),
    );
    return ok(new Uint8Array(plain));
  } catch {
    return fail('wrong-passphrase');
  }
}
