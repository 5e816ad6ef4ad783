import { type Ancestry, listIn } from './ancestry.ts';
import { fallsOn, isApart, judgeAll, memberAt, type Pass, type Settled } from './pass.ts';
import type { People } from './people.ts';
import type { WhyNot } from './signer.ts';
import { isLive, rankIn, rankOfDevice, settingOf, type View } from './standing.ts';

/**
 * Which acts count. Cuts are settled one after the other, those of stewards first, then those of
 * whoever was appointed earlier (depth of the appointing act, then its name), then those of a
 * member's earlier phone: all that nobody can change by claiming to be older. A cut that stands
 * is never taken back by one that is settled later: so the earlier appointed wins when two remove
 * each other, and no ring of removals goes round for ever. All other acts are judged anew after
 * each cut that bears upon any.
 *
 * A steward's cut voids what had not seen it; anybody else's takes a place and no more. Or a
 * coordinator who leaves, and claims to have left long ago, would take along everybody they ever
 * admitted, who may be stewards by now.
 */
export function settle(log: Ancestry, people: People): Pass {
  const standing = new Map<number, number[]>();
  const verdicts = new Map<number, WhyNot | undefined>();
  const judge = (): Pass => judgeAll(log, people, { standing, verdicts });
  let pass = judge();
  for (let open = openCuts(pass, verdicts); open.length > 0; open = openCuts(pass, verdicts)) {
    for (const cut of open) pass = settleOne({ pass, cut, standing, verdicts, judge });
  }
  return pass;
}

interface Settling {
  readonly pass: Pass;
  readonly cut: number;
  readonly standing: Map<number, number[]>;
  readonly verdicts: Map<number, WhyNot | undefined>;
  readonly judge: () => Pass;
}

function settleOne({ pass, cut, standing, verdicts, judge }: Settling): Pass {
  const refuse = (why: WhyNot): Pass => {
    verdicts.set(cut, why);
    return judge();
  };
  const already = pass.whyNot(cut);
  if (already !== undefined) {
    verdicts.set(cut, already);
    return pass;
  }
  if (isOutranked(pass, cut)) return refuse('outranked');
  verdicts.set(cut, undefined);
  const fallen = listIn(standing, pass.people.targetOf(cut) ?? 0);
  const voids = pass.rankAt(cut) === 2;
  if (voids) fallen.push(cut);
  const next = voids && bearsUponAny(pass, cut) ? judge() : pass;
  if (hasSteward(next, verdicts)) return next;
  if (voids) fallen.pop();
  return refuse('last-steward');
}

/** Cuts that would count and are not settled, in the order in which they are. */
function openCuts(pass: Pass, verdicts: Settled['verdicts']): readonly number[] {
  const open: number[] = [];
  for (const place of pass.log.acts.keys()) {
    if (pass.isCut(place) && pass.counts(place) && !verdicts.has(place)) open.push(place);
  }
  const appointed = new Map(open.map((cut) => [cut, appointmentOf(pass, cut)]));
  return open.sort(
    (a, b) =>
      pass.rankAt(b) - pass.rankAt(a) ||
      (appointed.get(a) ?? 0) - (appointed.get(b) ?? 0) ||
      (pass.signerAt(a)?.place ?? 0) - (pass.signerAt(b)?.place ?? 0) ||
      a - b,
  );
}

/** Places are by depth and name, so an earlier place is an earlier appointment. */
function appointmentOf(pass: Pass, cut: number): number {
  const seen: View = (earlier) => pass.counts(earlier) && pass.log.hasSeen(cut, earlier);
  const signer = pass.signerAt(cut);
  return (signer && settingOf(pass, signer.member, seen)) ?? 0;
}

/**
 * A coordinator's cut falls only on those to whom no steward has meanwhile given a rank, and a
 * phone's on its own member only if it shares the rank that they have by now.
 */
function isOutranked(pass: Pass, cut: number): boolean {
  const member = memberAt(pass, cut) ?? 0;
  const rank = rankIn(pass, member, pass.counts);
  const signer = pass.signerAt(cut);
  return signer?.member === member
    ? signer.place !== pass.people.targetOf(cut) && rankOfDevice(pass, signer, pass.counts) < rank
    : pass.rankAt(cut) < 2 && rank > 0;
}

function bearsUponAny(pass: Pass, cut: number): boolean {
  const devices = pass.people.devicesOf.get(memberAt(pass, cut) ?? 0) ?? [];
  return devices
    .filter((device) => fallsOn(pass, cut, device))
    .flatMap(({ sign }) => pass.people.signedBy.get(sign) ?? [])
    .some((place) => pass.counts(place) && isApart(pass.log, cut, place));
}

/** Counted by the cuts that stand: what is not settled yet may still fall away. */
function hasSteward(pass: Pass, verdicts: Settled['verdicts']): boolean {
  const view: View = (place) => pass.counts(place) && (!pass.isCut(place) || verdicts.has(place));
  const { devices } = pass.people;
  for (const device of devices.values()) {
    const isPhone = device.salt === undefined;
    if (isPhone && isLive(pass, device, view) && rankOfDevice(pass, device, view) === 2)
      return true;
  }
  return false;
}
