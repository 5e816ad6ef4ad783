import type { Circle } from '#domain/sharing/level.ts';
import type { ActOf } from './act-kinds.ts';
import type { Pass } from './pass.ts';
import type { Brought } from './people.ts';
import { circlesOf } from './roles.ts';
import { boxOf, isLive, isVouched, roleOf, type View } from './standing.ts';

export interface Epoch {
  /** Name of the act that made it. */
  readonly name: string;
  readonly act: ActOf<'epoch'>;
}

/**
 * Why a circle needs its next epoch.
 * `none`: it has no epoch yet. `twins`: two were made at the same time, and each may be wrapped
 * for somebody the other left out. `removed`: somebody holds the key who no longer may.
 * `missing`: somebody may hold it who doesn't.
 */
export type WhyNextEpoch = 'none' | 'twins' | 'removed' | 'missing';

export interface CircleEpochs {
  /** All that count, oldest first. Older ones are kept to read. */
  readonly all: readonly Epoch[];
  /** The highest number; of twins the lower key id. */
  readonly current: Epoch | undefined;
  readonly needsNext: WhyNextEpoch | undefined;
  /**
   * The newest epoch whose key every device of the circle holds. Records of acts are sealed under
   * that of `members`: whoever is to open a wrap must be able to read the act it stands in, and
   * all that the act had seen.
   */
  readonly heldByAll: Epoch | undefined;
}

export function epochsOf(pass: Pass, circle: Circle): CircleEpochs {
  const made = epochPlaces(pass, circle);
  const all = made.map(({ epoch }) => epoch);
  const highest = made.filter(({ epoch }) => epoch.act.epoch === all.at(-1)?.act.epoch);
  const [current] = highest;
  return {
    all,
    current: current?.epoch,
    needsNext: current ? whyNext(pass, highest, current) : 'none',
    heldByAll: [...made].reverse().find((each) => isHeldByAll(pass, each))?.epoch,
  };
}

interface Made {
  readonly place: number;
  readonly epoch: Epoch;
  readonly wrapped: ReadonlySet<string>;
}

/** By number, then key id. */
function epochPlaces({ log, counts }: Pass, circle: Circle): readonly Made[] {
  const made: Made[] = [];
  for (const [place, signed] of log.acts.entries()) {
    const act = signed?.act;
    if (act?.kind !== 'epoch' || act.circle !== circle || !counts(place)) continue;
    const wrapped = new Set(act.wraps.map(({ device }) => device));
    made.push({ place, epoch: { name: signed?.name ?? '', act }, wrapped });
  }
  return made.sort(
    (a, b) => a.epoch.act.epoch - b.epoch.act.epoch || (a.epoch.act.k < b.epoch.act.k ? -1 : 1),
  );
}

function whyNext(pass: Pass, highest: readonly Made[], current: Made): WhyNextEpoch | undefined {
  if (highest.length > 1) return 'twins';
  const devices = [...pass.people.devices.values()].filter((device) => wasWelcome(pass, device));
  const { circle } = current.epoch.act;
  const isStranger = (device: Brought): boolean =>
    holds(pass, device, current) && !mayHold(pass, device, circle);
  if (devices.some(isStranger)) return 'removed';
  return isHeldByAll(pass, current) ? undefined : 'missing';
}

/** Admitted by somebody who, as it turned out, was removed meanwhile: it holds keys all the same. */
const wasWelcome = ({ counts, whyNot }: Pass, { place }: Brought): boolean =>
  counts(place) || whyNot(place) === 'signer-removed';

const isHeldByAll = (pass: Pass, made: Made): boolean =>
  [...pass.people.devices.values()].every(
    (device) => !mayBeSealedTo(pass, device, made) || holds(pass, device, made),
  );

const mayBeSealedTo = (pass: Pass, device: Brought, { epoch }: Made): boolean =>
  mayHold(pass, device, epoch.act.circle) && boxOf(pass, device, pass.counts) !== undefined;

/** Whether a device is to have a circle's keys, by all that counts. */
export const mayHold = (pass: Pass, device: Brought, circle: Circle): boolean =>
  isLive(pass, device, pass.counts) &&
  isVouched(pass, device, pass.counts) &&
  hasCircle(pass, device.member, circle, pass.counts);

/**
 * By a wrap, by being the device that made it, or by having come when it was there: the welcome
 * holds all keys of the role.
 */
function holds(pass: Pass, device: Brought, { place, epoch, wrapped }: Made): boolean {
  if (wrapped.has(nameAt(pass, device))) return true;
  if (pass.signerAt(place)?.place === device.place) return true;
  const whenItCame: View = (earlier) =>
    earlier === device.place || (pass.counts(earlier) && pass.log.hasSeen(device.place, earlier));
  const cameLater = pass.log.hasSeen(device.place, place);
  return cameLater && hasCircle(pass, device.member, epoch.act.circle, whenItCame);
}

function hasCircle(pass: Pass, member: number, circle: Circle, view: View): boolean {
  const role = roleOf(pass, member, view);
  return role !== undefined && circlesOf(role).includes(circle);
}

export const nameAt = ({ log }: Pass, { place }: Brought): string =>
  log.acts[place]?.name ?? log.rootName;
