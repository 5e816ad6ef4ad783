import { whyNotAllowed } from './allowed.ts';
import type { Ancestry } from './ancestry.ts';
import type { Brought, People } from './people.ts';
import { type Rank, rankOf } from './roles.ts';
import { signerOf, type WhyNot } from './signer.ts';
import { type Ground, rankIn, type View } from './standing.ts';

/**
 * What has been settled about cuts, the acts that take something away: a removal, or a role
 * lower than the one before. Only they, and only stewards', bear upon acts that had not seen them.
 */
export interface Settled {
  /** Stewards' cuts that stand, by the place of the member or device they fall on. */
  readonly standing: ReadonlyMap<number, readonly number[]>;
  /** Every settled cut: undefined for one that stands, else why not. */
  readonly verdicts: ReadonlyMap<number, WhyNot | undefined>;
}

export interface Pass extends Ground {
  /** Per place, why an act doesn't count. */
  whyNot(place: number): WhyNot | undefined;
  readonly counts: View;
  isCut(place: number): boolean;
}

/** Judges every act by what it had seen and by the cuts that stand, once, in the log's order. */
export function judgeAll(log: Ancestry, people: People, settled: Settled): Pass {
  const verdicts: (WhyNot | undefined)[] = [];
  const ranks: Rank[] = [2];
  const signers: (Brought | undefined)[] = [];
  const cuts = new Set<number>();
  const epochs: number[] = [];
  const pass: Pass = {
    log,
    people,
    rankAt: (place) => ranks[place] ?? 0,
    whyNot: (place) => verdicts[place],
    counts: (place) => place < verdicts.length && verdicts[place] === undefined,
    signerAt: (place) => signers[place],
    isCut: (place) => cuts.has(place),
  };
  verdicts.push(undefined);
  for (const [place, signed] of log.acts.entries()) {
    if (!signed) continue;
    const view: View = (earlier) => pass.counts(earlier) && log.hasSeen(place, earlier);
    const signer = signerOf(pass, signed.by, view);
    const target = people.targetOf(place);
    ranks[place] = signer?.rank ?? 0;
    signers[place] = signer?.device;
    if (isCutIn(pass, place, view)) cuts.add(place);
    const allowed = signer
      ? whyNotAllowed(signed.act, { ground: pass, view, signer, target, epochs })
      : 'unknown-signer';
    const judged = allowed ?? (isHit(pass, place, settled) ? 'signer-removed' : undefined);
    verdicts.push(settled.verdicts.has(place) ? settled.verdicts.get(place) : judged);
    if (signed.act.kind === 'epoch') epochs.push(place);
  }
  return pass;
}

function isCutIn(pass: Pass, place: number, view: View): boolean {
  const act = pass.log.acts[place]?.act;
  const target = pass.people.targetOf(place);
  if (act?.kind === 'remove' || act?.kind === 'remove-device') return target !== undefined;
  return act?.kind === 'role' && target !== undefined
    ? rankOf(act.role) < rankIn(pass, target, view)
    : false;
}

/** Whether a steward's cut that stands took the signer's place, and neither had seen the other. */
function isHit(pass: Pass, place: number, { standing }: Settled): boolean {
  const signer = pass.signerAt(place);
  if (!signer) return false;
  const cuts = [
    ...(standing.get(signer.member) ?? []),
    ...(signer.place === signer.member ? [] : (standing.get(signer.place) ?? [])),
  ];
  return cuts.some((cut) => fallsOn(pass, cut, signer) && isApart(pass.log, cut, place));
}

/** The member that an act about a member or a device is about. */
export function memberAt({ people }: Ground, place: number): number | undefined {
  const target = people.targetOf(place);
  return target === undefined ? undefined : people.devices.get(target)?.member;
}

/** The act that admits a member brings their first device: one place, two things to take away. */
export function fallsOn({ log, people }: Ground, cut: number, device: Brought): boolean {
  const target = people.targetOf(cut);
  return log.acts[cut]?.act.kind === 'remove-device'
    ? target === device.place
    : target === device.member;
}

export const isApart = (log: Ancestry, a: number, b: number): boolean =>
  a !== b && !log.hasSeen(a, b) && !log.hasSeen(b, a);
