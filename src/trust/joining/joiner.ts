import * as v from 'valibot';
import { type Bytes, randomBytes, toBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { DeviceKeys } from '../act-kinds.ts';
import type { Invite } from '../invite.ts';
import { type JoinMessage, joinMessages, openMessage, sealMessage } from './messages.ts';
import { commitmentTo, type FourWords, fourWords, transcriptOf } from './transcript.ts';

/** What a phone says of itself to whoever lets it in. */
export interface Newcomer {
  readonly device: DeviceKeys;
  /** As the person writes it. */
  readonly name: string;
  /** The hub account it made for itself: 32 hex digits. */
  readonly account: string;
  /** SHA-256, in hex, of a token that it keeps. */
  readonly tokenHash: string;
}

/**
 * Waiting for the inviter's answer. `nonce` is told once: an `Asked` that was answered must never
 * be used again, or whoever sits between gets a second guess.
 */
export interface Asked {
  readonly step: 'asked';
  readonly invite: Invite;
  readonly newcomer: Newcomer;
  readonly nonce: Bytes;
  readonly ask: Bytes;
}

/** The words are on screen; the person reads them out to the inviter. */
export interface Shown {
  readonly step: 'shown';
  readonly invite: Invite;
  readonly newcomer: Newcomer;
  readonly inviter: JoinMessage<'answer'>;
  readonly transcript: Bytes;
  readonly words: FourWords;
}

export interface Step<S> {
  /** To be kept before the message is sent. */
  readonly state: S;
  readonly message: Bytes;
}

const nonceLength = 32;

/** `expired`: the invite is too old. `broken`: a name or a key that nobody would take. */
export async function askToJoin(
  invite: Invite,
  newcomer: Newcomer,
  now: Date,
): Promise<Result<Step<Asked>, Failure<'expired' | 'broken'>>> {
  if (invite.until <= now) return fail('expired');
  const nonce = randomBytes(nonceLength);
  const { device, name, account, tokenHash } = newcomer;
  const commitment = await commitmentTo(nonce);
  const content = { device, name, account, tokenHash, commitment };
  if (!v.is(joinMessages.ask, content)) return fail('broken');
  const { plain, message } = await sealMessage(invite, 'ask', content);
  return ok({ state: { step: 'asked', invite, newcomer, nonce, ask: plain }, message });
}

/** `broken`: not the inviter's answer to this invite. */
export async function hearAnswer(
  asked: Asked,
  answer: Bytes,
): Promise<Result<Step<Shown>, Failure<'broken'>>> {
  const { invite, newcomer } = asked;
  const heard = await openMessage(invite, 'answer', answer);
  if (!heard.ok) return heard;
  const { plain, message } = await sealMessage(invite, 'reveal', { nonce: toBase64(asked.nonce) });
  const transcript = await transcriptOf(invite, [asked.ask, heard.value.plain, plain]);
  const inviter = heard.value.content;
  const words = fourWords(transcript);
  return ok({ state: { step: 'shown', invite, newcomer, inviter, transcript, words }, message });
}
