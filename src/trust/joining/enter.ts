import type { Bytes } from '#base/bytes.ts';
import { isJsonObject, type Json } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { TooOld } from '#seal/device-signature.ts';
import { type FoundingRecord, verifyFounding } from '#seal/founding.ts';
import { type VerifiedAct, verifyAct } from '../act.ts';
import type { DeviceKeys } from '../act-kinds.ts';
import { checkHeads, type LogState, replay, rootOf } from '../log.ts';
import type { Device } from '../members.ts';
import { isWholeHoard } from '../open-epoch.ts';
import type { Hoard } from '../past.ts';
import { circlesOf } from '../roles.ts';
import type { Shown } from './joiner.ts';
import { openWelcome, type RawWelcome } from './welcome.ts';

/** A phone that belongs. */
export interface Joined {
  readonly founding: FoundingRecord;
  readonly acts: readonly VerifiedAct[];
  readonly state: LogState;
  /** Names in the log. */
  readonly member: string;
  readonly device: string;
  readonly circles: ReadonlyMap<Circle, Hoard>;
}

export type EnterFailure =
  | Failure<'broken' | 'newer' | 'founding-broken' | 'other-register' | 'log-too-old'>
  | Failure<'not-admitted' | 'wrong-keys'>
  | TooOld;

/**
 * Opens a welcome and believes none of it before it was compared with the invite.
 * `other-register`, `founding-broken`: not the register that the invite names. `log-too-old`: the
 * log lacks what the inviter had seen. `not-admitted`: this phone isn't in it, not by the one who
 * talked to it, or not with the promised role. `wrong-keys`: not those the log tells of.
 */
export async function enter(
  shown: Shown,
  parts: readonly Bytes[],
  own: CryptoKeyPair,
): Promise<Result<Joined, EnterFailure>> {
  const welcome = await openWelcome(shown, parts, own);
  if (!welcome.ok) return welcome;
  const { register, heads } = shown.invite;
  const founding = await verifyFounding(welcome.value.founding, register);
  if (!founding.ok) return founding;
  const acts = await verifyAll(welcome.value.acts, register);
  if (!acts.ok) return acts;
  const state = replay(await rootOf(founding.value), acts.value);
  const seen = checkHeads(state, heads);
  if (!seen.ok) return seen;
  const admission = admissionIn(state, acts.value, shown);
  if (admission === undefined) return fail('not-admitted');
  const circles = await circlesIn(state, welcome.value, shown);
  return circles
    ? ok({ founding: founding.value, acts: acts.value, state, ...admission, circles })
    : fail('wrong-keys');
}

async function verifyAll(
  acts: readonly unknown[],
  register: string,
): Promise<Result<readonly VerifiedAct[], EnterFailure>> {
  const verified: VerifiedAct[] = [];
  for (const act of acts) {
    if (!isJsonObject(act)) return fail('broken');
    const result = await verifyAct(act as Json, register);
    if (!result.ok) return result;
    verified.push(result.value);
  }
  return ok(verified);
}

/** A new member's first phone, or one more of a member whom the log knows. */
function admissionIn(
  { members }: LogState,
  acts: readonly VerifiedAct[],
  { invite, newcomer, inviter }: Shown,
): Pick<Joined, 'member' | 'device'> | undefined {
  for (const member of members.values()) {
    const own = member.devices.find((device) => isOwn(device, newcomer.device));
    const brought = acts.find(({ name }) => name === own?.name);
    if (own && brought?.by === inviter.sign && member.role === invite.role) {
      return { member: member.name, device: own.name };
    }
  }
  return undefined;
}

const isOwn = ({ sign, box, removed }: Device, keys: DeviceKeys): boolean =>
  sign === keys.sign && box === keys.box && removed === undefined;

async function circlesIn(
  state: LogState,
  { circles }: RawWelcome,
  { invite }: Shown,
): Promise<ReadonlyMap<Circle, Hoard> | undefined> {
  const held = new Map<Circle, Hoard>();
  for (const circle of circlesOf(invite.role)) {
    const hoard = circles[circle];
    if (!hoard || !(await isWholeHoard(state, circle, hoard))) return undefined;
    held.set(circle, hoard);
  }
  return held;
}
