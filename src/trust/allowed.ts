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
    unless(isSheet(at) ? isSelf(at) : mayTouch(memberOf(at), at)) ??
    keyIsNew(device.sign, at),
  recovery: ({ device }, at) =>
    unless(at.signer.rank === 2 && isSelf(at)) ?? keyIsNew(device.sign, at),
  box: (_, at) =>
    unless(at.target === at.signer.device.place) ??
    unless(boxOf(at.ground, at.signer.device, at.view) === undefined),
  role: ({ role }, at) =>
    memberIsThere(at) ??
    unless(stepsDown(rankOf(role), at) || (mayTouch(memberOf(at), at) && mayGive(role, at))),
  remove: (_, at) => memberIsThere(at) ?? unless(isSelf(at) || mayTouch(memberOf(at), at)),
  'remove-device': (_, at) => deviceIsThere(at) ?? unless(isSelf(at) || mayTouch(memberOf(at), at)),
  epoch: (act, at) =>
    unless(at.signer.rank > 0) ?? (isNextEpoch(act, at) ? undefined : 'wrong-epoch'),
  notice: (_, at) => unless(at.signer.rank > 0),
  wipe: (_, at) =>
    deviceOf(at) === undefined ? 'no-such' : unless(isSelf(at) || mayTouch(memberOf(at), at)),
};

const unless = (isAllowed: boolean): WhyNot | undefined => (isAllowed ? undefined : 'not-allowed');

const mayGive = (role: Parameters<typeof rankOf>[0], { signer }: Case): boolean =>
  signer.rank === 2 || rankOf(role) === 0;

/** A steward anybody, a coordinator those who have no rank. */
const mayTouch = (member: number | undefined, { ground, signer, view }: Case): boolean =>
  signer.rank === 2 ||
  (signer.rank === 1 && member !== undefined && rankIn(ground, member, view) === 0);

const deviceOf = ({ ground, target, view }: Case): Brought | undefined => {
  const device = target === undefined ? undefined : ground.people.devices.get(target);
  return device && view(device.place) && view(device.member) ? device : undefined;
};

/** The member a member or a device stands for. */
const memberOf = ({ ground, target }: Case): number | undefined =>
  target === undefined ? undefined : ground.people.devices.get(target)?.member;

const isSelf = (at: Case): boolean => memberOf(at) === at.signer.device.member;

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
