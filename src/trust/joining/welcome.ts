import * as v from 'valibot';
import { type Bytes, fromBase64, toBase64, utf8, utf8Text } from '#base/bytes.ts';
import type { Json, JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { TooOld } from '#seal/device-signature.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import { boxPublicKey, openUnder, type Purpose, sealUnder, sharedKey } from '../box.ts';
import { type Hoard, hoardBytes, hoardFromBytes } from '../past.ts';
import type { Approved } from './inviter.ts';
import type { Shown } from './joiner.ts';
import { joinParts, splitParts } from './parts.ts';
import { transcriptName } from './transcript.ts';

/** What a newcomer is given. All of it is looked at before any of it is believed. */
export interface Welcome {
  readonly founding: FoundingRecord;
  /** All acts of the log, as they travel, the newcomer's admission among them. */
  readonly acts: readonly JsonObject[];
  /** The circles of the promised role. */
  readonly circles: Readonly<Partial<Record<Circle, Hoard>>>;
}

/** As it came: only its shape was looked at. */
export interface RawWelcome {
  readonly founding: unknown;
  readonly acts: readonly unknown[];
  readonly circles: Welcome['circles'];
}

const maxActs = 20_000;
const hoardText = v.pipe(v.string(), v.maxLength(500_000));
const welcomeSchema = v.strictObject({
  v: v.literal(1),
  founding: v.unknown(),
  acts: v.pipe(v.array(v.unknown()), v.maxLength(maxActs)),
  circles: v.strictObject({ members: v.optional(hoardText), team: v.optional(hoardText) }),
});

const purposeOf = ({ invite, transcript }: Approved | Shown): Purpose => ({
  name: 'welcome',
  context: [transcriptName(transcript)],
  also: invite.secret,
});

/**
 * Sealed to the newcomer's box key and under the invite, in parts that a mailbox takes.
 * `too-big`: more than five parts. `broken`: a box key that nothing can be sealed to.
 */
export async function sealWelcome(
  approved: Approved,
  { founding, acts, circles }: Welcome,
): Promise<Result<readonly Bytes[], Failure<'too-big' | 'broken'> | TooOld>> {
  const { once, newcomer } = approved;
  const keys = [await boxPublicKey(once), newcomer.device.box] as const;
  const key = await sharedKey(once, newcomer.device.box, keys, purposeOf(approved));
  if (!key.ok) return key;
  const hoards = Object.entries(circles).map(([circle, hoard]) => [
    circle,
    toBase64(hoardBytes(hoard)),
  ]);
  const text: Json = { v: 1, founding, acts, circles: Object.fromEntries(hoards) };
  return splitParts(await sealUnder(key.value, utf8(JSON.stringify(text))));
}

/** A door. `broken`: not all parts, not from the one whose words were shown, or no welcome. */
export async function openWelcome(
  shown: Shown,
  parts: readonly Bytes[],
  own: CryptoKeyPair,
): Promise<Result<RawWelcome, Failure<'broken'> | TooOld>> {
  const sealed = joinParts(parts);
  if (!sealed.ok) return sealed;
  const from = shown.inviter.box;
  const key = await sharedKey(own, from, [from, await boxPublicKey(own)], purposeOf(shown));
  if (!key.ok) return key;
  const opened = await openUnder(key.value, sealed.value);
  return opened.ok ? readWelcome(opened.value) : opened;
}

function readWelcome(bytes: Bytes): Result<RawWelcome, Failure<'broken'>> {
  try {
    const parsed = v.safeParse(welcomeSchema, JSON.parse(utf8Text(bytes) ?? ''));
    return parsed.success ? withHoards(parsed.output) : fail('broken');
  } catch {
    return fail('broken');
  }
}

function withHoards({
  founding,
  acts,
  circles,
}: v.InferOutput<typeof welcomeSchema>): Result<RawWelcome, Failure<'broken'>> {
  const hoards: { [K in Circle]?: Hoard } = {};
  for (const circle of ['members', 'team'] as const) {
    const text = circles[circle];
    if (text === undefined) continue;
    const hoard = hoardFromBytes(fromBase64(text) ?? new Uint8Array());
    if (!hoard.ok) return hoard;
    hoards[circle] = hoard.value;
  }
  return ok({ founding, acts, circles: hoards });
}
