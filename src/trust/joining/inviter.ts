import { type Bytes, fromBase64, randomBytes, toBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { TooOld } from '#seal/device-signature.ts';
import { boxPublicKey, makeBoxKeys } from '../box.ts';
import type { Invite } from '../invite.ts';
import type { Newcomer, Step } from './joiner.ts';
import { openMessage, sealMessage } from './messages.ts';
import { commitmentTo, type FourWords, fourWords, transcriptOf } from './transcript.ts';

/** Somebody knocked and was answered. An invite hears one knock: a second one ends it. */
export interface Heard {
  readonly step: 'heard';
  readonly invite: Invite;
  readonly newcomer: Newcomer;
  readonly commitment: string;
  /** Used for this newcomer alone. */
  readonly once: CryptoKeyPair;
  readonly ask: Bytes;
  readonly answer: Bytes;
}

/** Three sets of words are on screen, and one of them is what the newcomer reads out. */
export interface Choosing {
  readonly step: 'choosing';
  readonly invite: Invite;
  readonly newcomer: Newcomer;
  readonly once: CryptoKeyPair;
  readonly transcript: Bytes;
  readonly sets: readonly FourWords[];
  readonly right: number;
}

declare const approved: unique symbol;
/** Only `choose` makes one, and only it can be sealed a welcome. */
export interface Approved {
  readonly invite: Invite;
  readonly newcomer: Newcomer;
  readonly once: CryptoKeyPair;
  readonly transcript: Bytes;
  readonly [approved]: true;
}

const nonceLength = 32;
const setCount = 3;

/**
 * `broken`: not a knock with this invite. `expired`: too late. The answer tells the newcomer the
 * inviter's signing key (base64 of 32 bytes).
 */
export async function hearAsk(
  invite: Invite,
  knock: { readonly message: Bytes; readonly now: Date; readonly sign: string },
): Promise<Result<Step<Heard>, Failure<'broken' | 'expired'> | TooOld>> {
  if (invite.until <= knock.now) return fail('expired');
  const heard = await openMessage(invite, 'ask', knock.message);
  if (!heard.ok) return heard;
  const once = await makeBoxKeys();
  if (!once.ok) return once;
  const box = await boxPublicKey(once.value);
  const nonce = toBase64(randomBytes(nonceLength));
  const { plain, message } = await sealMessage(invite, 'answer', { sign: knock.sign, box, nonce });
  const { commitment, ...newcomer } = heard.value.content;
  const said = { ask: heard.value.plain, answer: plain };
  return ok({
    state: { step: 'heard', invite, newcomer, commitment, once: once.value, ...said },
    message,
  });
}

/** `broken`: no message of this talk. `not-committed`: another number than was promised. */
export async function hearReveal(
  { invite, newcomer, commitment, once, ask, answer }: Heard,
  message: Bytes,
): Promise<Result<Choosing, Failure<'broken' | 'not-committed'>>> {
  const heard = await openMessage(invite, 'reveal', message);
  if (!heard.ok) return heard;
  const nonce = fromBase64(heard.value.content.nonce) ?? new Uint8Array();
  if ((await commitmentTo(nonce)) !== commitment) return fail('not-committed');
  const transcript = await transcriptOf(invite, [ask, answer, heard.value.plain]);
  const right = (randomBytes(1)[0] ?? 0) % setCount;
  const sets = setsAround(fourWords(transcript), right);
  return ok({ step: 'choosing', invite, newcomer, once, transcript, sets, right });
}

/** The others share no word with it at the same place, so that half an ear is enough. */
function setsAround(words: FourWords, right: number): readonly FourWords[] {
  const sets: FourWords[] = [];
  while (sets.length < setCount) {
    const set = sets.length === right ? words : fourWords(randomBytes(nonceLength));
    const isOwn = sets.length === right;
    const isApart = [words, ...sets].every((other) => other.every((word, at) => word !== set[at]));
    if (isOwn || isApart) sets.push(set);
  }
  return sets;
}

/**
 * `wrong-words`: another set, or none of them (undefined), was picked. The invite is over: who
 * knocked is not who stands there.
 */
export function choose(
  { invite, newcomer, once, transcript, right }: Choosing,
  picked: number | undefined,
): Result<Approved, Failure<'wrong-words'>> {
  if (picked !== right) return fail('wrong-words');
  return ok({ invite, newcomer, once, transcript } as Approved);
}
