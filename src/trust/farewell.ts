import * as v from 'valibot';
import { type Bytes, utf8, utf8Text } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { TooOld } from '#seal/device-signature.ts';
import { isDeeperThan } from '#seal/json-depth.ts';
import { type VerifiedAct, verifyAct } from './act.ts';
import { openWith, type Purpose, sealTo } from './box.ts';

/** Bytes of what is sealed; a hub keeps 64 KiB. */
const most = 64 * 1024 - 512;
/** An act is twelve levels deep at most, in a list in an object. */
const maxDepth = 20;

const farewellSchema = v.strictObject({
  v: v.literal(1),
  acts: v.pipe(v.array(v.unknown()), v.maxLength(1_000)),
});

/** The register and the device (its name in the log) that a farewell is for. */
export interface FarewellTo {
  readonly register: string;
  readonly device: string;
}

const purposeOf = ({ register, device }: FarewellTo): Purpose => ({
  name: 'farewell',
  context: [register, device],
});

const isAbout = ({ act }: VerifiedAct, names: ReadonlySet<string>): boolean => {
  if (act.kind === 'remove') return names.has(act.member);
  return (act.kind === 'remove-device' || act.kind === 'wipe') && names.has(act.device);
};

/**
 * The acts that cut a device off and, nearest first, those they had seen: whoever was away must be
 * able to judge them. As many as fit.
 */
function actsFor(acts: readonly VerifiedAct[], names: ReadonlySet<string>): readonly VerifiedAct[] {
  const byName = new Map(acts.map((act) => [act.name, act]));
  const chosen = new Map<string, VerifiedAct>();
  let left = most - 64;
  const queue = acts.filter((act) => isAbout(act, names));
  for (let at = 0; at < queue.length; at += 1) {
    const act = queue[at];
    if (!act || chosen.has(act.name)) continue;
    left -= utf8(canonicalText(act.signed)).length + 1;
    if (left < 0) break;
    chosen.set(act.name, act);
    queue.push(...act.prev.flatMap((name) => byName.get(name) ?? []));
  }
  return [...chosen.values()];
}

/**
 * The last word to a device that was cut off: what was signed about it, sealed to it. A hub passes
 * it on and can neither read it nor write another.
 * @param box X25519 public key of the device, base64
 * @param member the device's member, by name in the log
 */
export async function sealFarewell(
  box: string,
  to: FarewellTo & { readonly member: string },
  acts: readonly VerifiedAct[],
): Promise<Result<Bytes, Failure<'broken'> | TooOld>> {
  const chosen = actsFor(acts, new Set([to.device, to.member]));
  const words = canonicalText({ v: 1, acts: chosen.map(({ signed }) => signed) });
  return sealTo(box, utf8(words), purposeOf(to));
}

const readJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/**
 * A door. Answers the acts in it whose signatures are sound; whether they count is for the log that
 * this device knows. `broken`: not sealed to this device, or no farewell.
 */
export async function openFarewell(
  own: CryptoKeyPair,
  sealed: Bytes,
  to: FarewellTo,
): Promise<Result<readonly VerifiedAct[], Failure<'broken'> | TooOld>> {
  const opened = await openWith(own, sealed, purposeOf(to));
  if (!opened.ok) return opened;
  const said = readJson(utf8Text(opened.value) ?? '');
  if (said === undefined || isDeeperThan(said, maxDepth)) return fail('broken');
  const parsed = v.safeParse(farewellSchema, said);
  if (!parsed.success) return fail('broken');
  const acts: VerifiedAct[] = [];
  for (const signed of parsed.output.acts) {
    const act = await verifyAct(signed as Json, to.register);
    if (act.ok) acts.push(act.value);
  }
  return ok(acts);
}
