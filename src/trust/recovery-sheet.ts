import { type Bytes, randomBytes, toBase64, utf8 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { orTooOld, type TooOld } from '#seal/device-signature.ts';
import type { DeviceKeys } from './act-kinds.ts';
import { keyPairFrom } from './seed-keys.ts';
import list from './words/eff-long.json';

/** 7,776 words, as many as five dice can show. */
const words: readonly string[] = list.words.split(' ');
const known: ReadonlySet<string> = new Set(words);
const wordCount = 6;
export const saltLength = 16;
/** Makes each guess as dear as a second on a cheap phone. */
const rounds = 600_000;

/** A sheet of paper as a device: what it signs with and what is sealed to it. */
export interface SheetKeys {
  readonly signing: CryptoKeyPair;
  readonly box: CryptoKeyPair;
  readonly keys: DeviceKeys;
}

export interface NewSheet {
  /** To be printed and never kept. */
  readonly words: readonly string[];
  readonly keys: DeviceKeys;
  /** Base64 of 16 bytes. */
  readonly salt: string;
}

/** 77 bits by chance, and 19 more by the rounds. */
export async function makeSheet(): Promise<Result<NewSheet, TooOld>> {
  const drawn = Array.from({ length: wordCount }, drawWord);
  const salt = randomBytes(saltLength);
  const made = await keysFromWords(drawn, salt);
  return made.ok ? ok({ words: drawn, keys: made.value.keys, salt: toBase64(salt) }) : made;
}

/** Numbers above the last whole multiple are drawn again, so that each word is as likely. */
function drawWord(): string {
  const limit = Math.floor(0x1_0000 / words.length) * words.length;
  for (;;) {
    const [high = 0, low = 0] = randomBytes(2);
    const number = high * 256 + low;
    if (number < limit) return words[number % words.length] ?? '';
  }
}

/**
 * Words as a person types them: any case, spaces, commas or numbers between them.
 * `not-six-words`: (detail: count). `unknown-word`: (details: word as typed, place from 1).
 */
export function readWords(
  typed: string,
): Result<readonly string[], Failure<'not-six-words' | 'unknown-word'>> {
  const read = typed
    .slice(0, 500)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z-]+/)
    .filter((word) => word !== '' && word !== '-');
  const unknown = read.findIndex((word) => !known.has(word));
  if (unknown >= 0) {
    return fail('unknown-word', { word: read[unknown] ?? '', place: unknown + 1 });
  }
  return read.length === wordCount ? ok(read) : fail('not-six-words', { count: read.length });
}

/**
 * PBKDF2-SHA-256 over the words with single spaces, then 32 bytes to sign with and 32 to be sealed
 * to. PBKDF2 itself would make 64 bytes in twice the time, of which who guesses needs only half.
 */
export const keysFromWords = (
  sixWords: readonly string[],
  salt: Bytes,
): Promise<Result<SheetKeys, TooOld>> =>
  orTooOld(async () => {
    const text = utf8(sixWords.join(' '));
    const password = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
    const slow = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
    const bits = await twice(new Uint8Array(await crypto.subtle.deriveBits(slow, password, 256)));
    const signing = await keyPairFrom(bits.slice(0, 32), 'Ed25519');
    const box = await keyPairFrom(bits.slice(32), 'X25519');
    return {
      signing: signing.pair,
      box: box.pair,
      keys: { sign: signing.publicKey, box: box.publicKey },
    };
  });

async function twice(secret: Bytes): Promise<Bytes> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = utf8('patchbook/recovery/1');
  const by = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(by, root, 512));
}
