import type { ActOf } from './act-kinds.ts';
import type { Ancestry } from './ancestry.ts';
import type { Brought, People } from './people.ts';
import { type Rank, type Role, rankOf, reachOf } from './roles.ts';

/** The acts that are taken to hold: those an act had seen, or all that count. */
export type View = (place: number) => boolean;

/** What standing is read from. */
export interface Ground {
  readonly log: Ancestry;
  readonly people: People;
  /** The rank that an act's signer had. */
  rankAt(place: number): Rank;
  /** Who signed, where a live device of the log did. */
  signerAt(place: number): Brought | undefined;
}

/**
 * The act that gives a member their role; undefined for somebody who is no member. Of several
 * that had not seen each other, first that of the highest signer, then the narrowest role.
 */
export function settingOf(ground: Ground, member: number, view: View): number | undefined {
  const newest: number[] = [];
  const all = ground.people.settings.get(member) ?? [];
  if (!view(member)) return undefined;
  for (const place of [...all].reverse()) {
    const isReplaced = newest.some((later) => ground.log.hasSeen(later, place));
    if (view(place) && !isReplaced) newest.push(place);
  }
  return newest.reduce((best, place) => (isBefore(ground, place, best) ? place : best), member);
}

function isBefore(ground: Ground, place: number, best: number): boolean {
  if (ground.log.hasSeen(place, best)) return true;
  if (ground.log.hasSeen(best, place)) return false;
  const byRank = ground.rankAt(best) - ground.rankAt(place);
  const byReach = reachOf(roleGiven(ground, place)) - reachOf(roleGiven(ground, best));
  return (byRank || byReach || place - best) < 0;
}

/** The founder is a steward by the founding record. */
function roleGiven({ log }: Ground, place: number): Role {
  const act = log.acts[place]?.act;
  return act?.kind === 'admit' || act?.kind === 'role' ? act.role : 'steward';
}

export function roleOf(ground: Ground, member: number, view: View): Role | undefined {
  const setting = settingOf(ground, member, view);
  return setting === undefined ? undefined : roleGiven(ground, setting);
}

export function rankIn(ground: Ground, member: number, view: View): Rank {
  const role = roleOf(ground, member, view);
  return role === undefined ? 0 : rankOf(role);
}

/**
 * Whether a device shares its member's rank: the act that gave the rank had seen it, or the
 * member brought it themselves. A phone that a coordinator added to a resident, and be it by an
 * act that claims to be older, is no steward's phone once the resident is made a steward.
 */
export function isVouched(ground: Ground, device: Brought, view: View): boolean {
  const setting = settingOf(ground, device.member, view);
  if (setting === undefined || rankOf(roleGiven(ground, setting)) === 0) return true;
  return (
    device.place === setting ||
    ground.log.hasSeen(setting, device.place) ||
    ground.signerAt(device.place)?.member === device.member
  );
}

export const rankOfDevice = (ground: Ground, device: Brought, view: View): Rank =>
  isVouched(ground, device, view) ? rankIn(ground, device.member, view) : 0;

/** Removal is final: whoever comes back is admitted anew, with new keys. */
export const removalOf = ({ people }: Ground, member: number, view: View): number | undefined =>
  people.memberRemovals.get(member)?.find(view);

export const deviceRemovalOf = (
  ground: Ground,
  { place, member }: Brought,
  view: View,
): number | undefined =>
  removalOf(ground, member, view) ?? ground.people.deviceRemovals.get(place)?.find(view);

export const isLive = (ground: Ground, device: Brought, view: View): boolean =>
  view(device.place) && view(device.member) && deviceRemovalOf(ground, device, view) === undefined;

/** The founder's from the first act that says it, any other's from the act that brought it. */
export function boxOf({ log, people }: Ground, device: Brought, view: View): string | undefined {
  if (device.box !== undefined) return device.box;
  const place = people.boxes.get(device.place)?.find(view);
  const act = place === undefined ? undefined : log.acts[place]?.act;
  return act?.kind === 'box' ? act.box : undefined;
}

/** The epochs of a circle that hold, in the log's order. */
export const epochsIn = (
  { log }: Ground,
  epochs: readonly number[],
  circle: ActOf<'epoch'>['circle'],
  view: View,
): readonly ActOf<'epoch'>[] =>
  epochs.flatMap((place) => {
    const act = log.acts[place]?.act;
    return act?.kind === 'epoch' && act.circle === circle && view(place) ? [act] : [];
  });
