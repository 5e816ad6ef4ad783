import * as v from 'valibot';
import { type Bytes, utf8, utf8Text } from '#base/bytes.ts';
import type { JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { base64Of } from '#seal/shapes.ts';
import { boxKey, deviceKeys, signKey } from '../act-kinds.ts';
import { keyFrom, openUnder, sealUnder } from '../box.ts';
import { type Invite, spellInvite } from '../invite.ts';

const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));

/** One line, as a person writes their name; nothing that turns the line around. */
const personName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(80),
  v.check(
    (name) =>
      !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(name) && name.trim() === name,
  ),
);

export const joinMessages = {
  /** Joiner: who I am, and that I have chosen my number. */
  ask: v.strictObject({
    device: deviceKeys,
    name: personName,
    account: hex(32),
    tokenHash: hex(64),
    commitment: base64Of(32),
  }),
  /** Inviter: who I am, what I will seal from, my number. */
  answer: v.strictObject({ sign: signKey, box: boxKey, nonce: base64Of(32) }),
  /** Joiner: my number. */
  reveal: v.strictObject({ nonce: base64Of(32) }),
} as const;

export type JoinMessage<K extends keyof typeof joinMessages> = Readonly<
  v.InferOutput<(typeof joinMessages)[K]>
>;

/** All of one length, so that nobody reads a name's length off them. */
const paddedLength = 1024;

/** A message and its plain bytes, which both sides' words are made of. */
export interface Sealed {
  readonly plain: Bytes;
  readonly message: Bytes;
}

const keyOf = (invite: Invite, kind: keyof typeof joinMessages): Promise<CryptoKey> =>
  keyFrom(invite.secret, { name: `join-${kind}`, context: [spellInvite(invite)] });

/** Only who has the invite can speak, each message under a key of its own. */
export async function sealMessage<K extends keyof typeof joinMessages>(
  invite: Invite,
  kind: K,
  content: JoinMessage<K> & JsonObject,
): Promise<Sealed> {
  const plain = new Uint8Array(paddedLength).fill(0x20);
  plain.set(utf8(canonicalText(content)));
  return { plain, message: await sealUnder(await keyOf(invite, kind), plain) };
}

/** A door. `broken`: changed, of another invite, of another place in the talk, or ill-formed. */
export async function openMessage<K extends keyof typeof joinMessages>(
  invite: Invite,
  kind: K,
  message: Bytes,
): Promise<Result<{ readonly plain: Bytes; readonly content: JoinMessage<K> }, Failure<'broken'>>> {
  if (message.length > 2 * paddedLength) return fail('broken');
  const opened = await openUnder(await keyOf(invite, kind), message);
  if (!opened.ok) return opened;
  try {
    const text: unknown = JSON.parse(utf8Text(opened.value) ?? '');
    const parsed = v.safeParse(joinMessages[kind], text);
    return parsed.success
      ? ok({ plain: opened.value, content: parsed.output as JoinMessage<K> })
      : fail('broken');
  } catch {
    return fail('broken');
  }
}
