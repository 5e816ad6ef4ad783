import type { Act, ActOf, KnownAct } from './act-kinds.ts';
import type { Brought } from './people.ts';
import { type Rank, rankOf } from './roles.ts';
import type { Signer, WhyNot } from './signer.ts';
import {
  boxOf,
  deviceRemovalOf,
  epochsIn,
  type Ground,
  rankIn,
  removalOf,
  type View,
} from './standing.ts';

export interface Case {
  readonly ground: Ground;
  /** What the act had seen and what of it counts. */
  readonly view: View;
  readonly signer: Signer;
  /** Place of the member or device it is about. */
  readonly target: number | undefined;
  readonly epochs: readonly number[];
}

export function whyNotAllowed(act: Act, at: Case): WhyNot | undefined {
  if (act.kind === 'unknown') return 'unknown-kind';
  // A sheet is found in a drawer: it brings its owner a phone, and nothing else.
  if (isSheet(at) && act.kind !== 'device') return 'not-allowed';
  return rules[act.kind](act as never, at);
}

type Rule<K extends KnownAct['kind']> = (act: ActOf<K>, at: Case) => WhyNot | undefined;

const rules: { readonly [K in KnownAct['kind']]: Rule<K> } = {
  admit: ({ role, device }, at) =>
    unless(at.signer.rank === 2 || (at.signer.rank === 1 && rankOf(role) === 0)) ??
    keyIsNew(device.sign, at),
  device: ({ device }, at) =>
    memberIsThere(at) ??
    unless(isSelf(at) ? at.signer.rank > 0 || isSheet(at) : mayBringFor(at)) ??
    keyIsNew(device.sign, at),
  recovery: ({ device }, at) =>
    unless(at.signer.rank === 2 && isSelf(at)) ?? keyIsNew(device.sign, at),
  box: (_, at) =>
    unless(isOwnDevice(at)) ?? unless(boxOf(at.ground, at.signer.device, at.view) === undefined),
  role: ({ role }, at) =>
    memberIsThere(at) ?? unless(stepsDown(rankOf(role), at) || (mayTouch(at) && mayGive(role, at))),
  remove: (_, at) => memberIsThere(at) ?? unless(mayCut(at)),
  'remove-device': (_, at) => deviceIsThere(at) ?? unless(isOwnDevice(at) || mayCut(at)),
  epoch: (act, at) =>
    unless(at.signer.rank > 0) ?? (isNextEpoch(act, at) ? undefined : 'wrong-epoch'),
  notice: (_, at) => unless(at.signer.rank > 0),
  wipe: (_, at) => (deviceOf(at) === undefined ? 'no-such' : unless(isOwnDevice(at) || mayCut(at))),
};

const unless = (isAllowed: boolean): WhyNot | undefined => (isAllowed ? undefined : 'not-allowed');

const mayGive = (role: Parameters<typeof rankOf>[0], { signer }: Case): boolean =>
  signer.rank === 2 || rankOf(role) === 0;

/** A steward anybody, a coordinator those who have no rank. */
const mayTouch = (at: Case): boolean =>
  at.signer.rank === 2 || (at.signer.rank === 1 && rankOfTarget(at) === 0);

/** Who has a rank brings their phones themselves: no steward plants one with another. */
const mayBringFor = (at: Case): boolean =>
  at.signer.rank > 0 && !isSheet(at) && rankOfTarget(at) === 0;

/** Whoever shares a member's rank may go for them. */
const mayCut = (at: Case): boolean =>
  mayTouch(at) || (isSelf(at) && at.signer.rank === rankOfTarget(at));

function rankOfTarget(at: Case): Rank {
  const member = memberOf(at);
  return member === undefined ? 0 : rankIn(at.ground, member, at.view);
}

const deviceOf = ({ ground, target, view }: Case): Brought | undefined => {
  const device = target === undefined ? undefined : ground.people.devices.get(target);
  return device && view(device.place) && view(device.member) ? device : undefined;
};

/** The member a member or a device stands for. */
const memberOf = ({ ground, target }: Case): number | undefined =>
  target === undefined ? undefined : ground.people.devices.get(target)?.member;

const isSelf = (at: Case): boolean => memberOf(at) === at.signer.device.member;

const isOwnDevice = ({ signer, target }: Case): boolean => target === signer.device.place;

const isSheet = ({ signer }: Case): boolean => signer.device.salt !== undefined;

const stepsDown = (rank: Rank, at: Case): boolean => isSelf(at) && rank < at.signer.rank;

function memberIsThere({ ground, target, view }: Case): WhyNot | undefined {
  const isMember = target !== undefined && ground.people.settings.has(target) && view(target);
  return isMember && removalOf(ground, target, view) === undefined ? undefined : 'no-such';
}

function deviceIsThere(at: Case): WhyNot | undefined {
  const device = deviceOf(at);
  return device && deviceRemovalOf(at.ground, device, at.view) === undefined
    ? undefined
    : 'no-such';
}

/** One more than those it had seen, closing the one before, with the id key that never changes. */
function isNextEpoch(act: ActOf<'epoch'>, { ground, epochs, view }: Case): boolean {
  const before = epochsIn(ground, epochs, act.circle, view);
  return (
    act.epoch === 1 + Math.max(0, ...before.map(({ epoch }) => epoch)) &&
    (act.closes === undefined) === (act.epoch === 1) &&
    (before[0]?.idCheck ?? act.idCheck) === act.idCheck
  );
}

/** Whether or not it was removed since: a removed key never comes back. */
const keyIsNew = (key: string, { ground, view }: Case): WhyNot | undefined =>
  (ground.people.byKey.get(key) ?? []).some(({ place }) => view(place)) ? 'key-used' : undefined;
