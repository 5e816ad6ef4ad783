import { type Bytes, lengthPrefixed, toBase64, toHex } from '#base/bytes.ts';
import { type Invite, spellInvite } from '../invite.ts';
import list from '../words/bip39-english.json';

/** 2,048 words, eleven bits each. */
const words: readonly string[] = list.words.split(' ');
const wordCount = 4;
const bitsPerWord = 11;

export type FourWords = readonly string[];

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/**
 * The joiner is bound to a number before it knows the inviter's. So whoever sits between them can
 * choose nothing after having seen what the words depend on: one guess, right once in 2^44.
 */
export const commitmentTo = async (nonce: Bytes): Promise<string> =>
  toBase64(await sha256(lengthPrefixed(['patchbook/commit/1', nonce])));

/** Everything that was said, as each side heard it: equal only if nobody sits between. */
export const transcriptOf = (
  invite: Invite,
  said: readonly [ask: Bytes, answer: Bytes, reveal: Bytes],
): Promise<Bytes> => sha256(lengthPrefixed(['patchbook/words/1', spellInvite(invite), ...said]));

export const transcriptName = (transcript: Bytes): string => toHex(transcript);

/** The first 44 bits. */
export const fourWords = (transcript: Bytes): FourWords =>
  Array.from({ length: wordCount }, (_, at) => words[bitsAt(transcript, at * bitsPerWord)] ?? '');

function bitsAt(bytes: Bytes, from: number): number {
  let value = 0;
  for (let bit = from; bit < from + bitsPerWord; bit += 1) {
    value = (value << 1) | (((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1);
  }
  return value;
}
