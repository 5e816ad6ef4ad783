import { type Bytes, concatBytes, fromBase64, randomBytes, toBase64, utf8 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { orTooOld, type TooOld } from '#seal/device-signature.ts';
import type { ActOf, DeviceKeys } from './act-kinds.ts';
import { openWith, type Purpose, sealTo } from './box.ts';
import { type Hoard, hoardBytes, hoardFromBytes } from './past.ts';
import { keyPairFrom } from './seed-keys.ts';
import list from './words/eff-long.json';

/** 7,776 words, as many as five dice can show. */
const words: readonly string[] = list.words.split(' ');
const known: ReadonlySet<string> = new Set(words);
const wordCount = 6;
const saltLength = 16;
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

/** PBKDF2-SHA-256 over the words with single spaces: 32 bytes to sign with, 32 to be sealed to. */
export const keysFromWords = (
  sixWords: readonly string[],
  salt: Bytes,
): Promise<Result<SheetKeys, TooOld>> =>
  orTooOld(async () => {
    const text = utf8(sixWords.join(' '));
    const password = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
    const by = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
    const bits = new Uint8Array(await crypto.subtle.deriveBits(by, password, 512));
    const signing = await keyPairFrom(bits.slice(0, 32), 'Ed25519');
    const box = await keyPairFrom(bits.slice(32), 'X25519');
    return {
      signing: signing.pair,
      box: box.pair,
      keys: { sign: signing.publicKey, box: box.publicKey },
    };
  });

export type Ring = Readonly<Partial<Record<Circle, Hoard>>>;

const ringPurpose = (register: string): Purpose => ({ name: 'recovery', context: [register] });
const circleOrder = ['members', 'team'] as const;

/**
 * What the hub keeps in clear sight and every book holds: the salt, then all keys sealed to the
 * sheet. It need not be made anew with each epoch: from the keys in it the log can be read, and
 * every later epoch has a wrap for the sheet.
 */
export async function sealRing(
  register: string,
  { device, salt }: Pick<ActOf<'recovery'>, 'device' | 'salt'>,
  ring: Ring,
): Promise<Result<Bytes, Failure<'broken'> | TooOld>> {
  const hoards = circleOrder.map((circle) => {
    const hoard = ring[circle];
    return hoard ? hoardBytes(hoard) : new Uint8Array();
  });
  const sizes = new Uint8Array(8);
  for (const [at, bytes] of hoards.entries())
    new DataView(sizes.buffer).setUint32(at * 4, bytes.length);
  const sealed = await sealTo(device.box, concatBytes([sizes, ...hoards]), ringPurpose(register));
  if (!sealed.ok) return sealed;
  return ok(concatBytes([fromBase64(salt) ?? new Uint8Array(saltLength), sealed.value]));
}

/**
 * A door: what `sealRing` made, and the words of its sheet.
 * `wrong-words`: words of the list, but not those of this sheet or register. `broken`: no ring.
 */
export async function openRing(
  register: string,
  sealed: Bytes,
  sixWords: readonly string[],
): Promise<
  Result<
    { readonly sheet: SheetKeys; readonly ring: Ring },
    Failure<'wrong-words' | 'broken'> | TooOld
  >
> {
  const sheet = await keysFromWords(sixWords, sealed.slice(0, saltLength));
  if (!sheet.ok) return sheet;
  const opened = await openWith(sheet.value.box, sealed.slice(saltLength), ringPurpose(register));
  if (!opened.ok) return opened.error.kind === 'broken' ? fail('wrong-words') : opened;
  const ring = readRing(opened.value);
  return ring.ok ? ok({ sheet: sheet.value, ring: ring.value }) : ring;
}

function readRing(bytes: Bytes): Result<Ring, Failure<'broken'>> {
  if (bytes.length < 8) return fail('broken');
  const ring: { [K in Circle]?: Hoard } = {};
  let from = 8;
  for (const [at, circle] of circleOrder.entries()) {
    const size = new DataView(bytes.buffer).getUint32(at * 4);
    if (size === 0) continue;
    const hoard = hoardFromBytes(bytes.slice(from, from + size));
    if (!hoard.ok) return hoard;
    ring[circle] = hoard.value;
    from += size;
  }
  return from === bytes.length ? ok(ring) : fail('broken');
}
