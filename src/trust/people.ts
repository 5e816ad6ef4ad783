import type { VerifiedAct } from './act.ts';
import { type Ancestry, listIn, type Root } from './ancestry.ts';

/** A device as an act brought it, whether or not that act counts. */
export interface Brought {
  /** Place of the act that brought it. */
  readonly place: number;
  /** Place of the act that admitted its member. */
  readonly member: number;
  readonly sign: string;
  readonly box: string | undefined;
  /** A recovery sheet's salt; undefined for a phone. */
  readonly salt: string | undefined;
}

/** Who and what each act is about. Only acts about what their signer had seen are in it. */
export interface People {
  readonly devices: ReadonlyMap<number, Brought>;
  readonly byKey: ReadonlyMap<string, readonly Brought[]>;
  readonly devicesOf: ReadonlyMap<number, readonly Brought[]>;
  /** Per member, rising: the admission and all acts that set the role. */
  readonly settings: ReadonlyMap<number, readonly number[]>;
  readonly memberRemovals: ReadonlyMap<number, readonly number[]>;
  readonly deviceRemovals: ReadonlyMap<number, readonly number[]>;
  /** Per device of the founder: the acts that name its box key. */
  readonly boxes: ReadonlyMap<number, readonly number[]>;
  readonly signedBy: ReadonlyMap<string, readonly number[]>;
  /** The place of the member or device an act is about; undefined where there is none. */
  targetOf(place: number): number | undefined;
}

export function peopleOf(root: Root, log: Ancestry): People {
  const devices = new Map<number, Brought>();
  const lists = emptyLists();
  const targets = new Map<number, number>();
  const bring = (device: Brought): void => {
    devices.set(device.place, device);
    listIn(lists.byKey, device.sign).push(device);
    listIn(lists.devicesOf, device.member).push(device);
  };
  bring({ place: 0, member: 0, sign: root.founder, box: undefined, salt: undefined });
  listIn(lists.settings, 0).push(0);
  for (const [place, act] of log.acts.entries()) {
    if (!act) continue;
    listIn(lists.signedBy, act.by).push(place);
    const target = seenTarget(log, place, act);
    if (target !== undefined) targets.set(place, target);
    sort(act, { place, target, lists, bring, isDevice: (at) => devices.has(at) });
  }
  return { devices, ...lists, targetOf: (place) => targets.get(place) };
}

const emptyLists = () => ({
  byKey: new Map<string, Brought[]>(),
  devicesOf: new Map<number, Brought[]>(),
  settings: new Map<number, number[]>(),
  memberRemovals: new Map<number, number[]>(),
  deviceRemovals: new Map<number, number[]>(),
  boxes: new Map<number, number[]>(),
  signedBy: new Map<string, number[]>(),
});

interface Sorting {
  readonly place: number;
  readonly target: number | undefined;
  readonly lists: ReturnType<typeof emptyLists>;
  readonly bring: (device: Brought) => void;
  readonly isDevice: (place: number) => boolean;
}

function sort({ act }: VerifiedAct, { place, target, lists, bring, isDevice }: Sorting): void {
  if (act.kind === 'admit') {
    bring({ place, member: place, ...act.device, salt: undefined });
    listIn(lists.settings, place).push(place);
  }
  if (target === undefined) return;
  const isMember = lists.settings.has(target);
  if (act.kind === 'device' && isMember) {
    bring({ place, member: target, ...act.device, salt: undefined });
  }
  if (act.kind === 'recovery' && isMember) {
    bring({ place, member: target, ...act.device, salt: act.salt });
  }
  if (act.kind === 'role' && isMember) listIn(lists.settings, target).push(place);
  if (act.kind === 'remove' && isMember) listIn(lists.memberRemovals, target).push(place);
  if (act.kind === 'remove-device' && isDevice(target)) {
    listIn(lists.deviceRemovals, target).push(place);
  }
  if (act.kind === 'box' && isDevice(target)) listIn(lists.boxes, target).push(place);
}

function seenTarget(log: Ancestry, place: number, { act }: VerifiedAct): number | undefined {
  const name = targetName(act);
  const target = name === undefined ? undefined : log.placeOf(name);
  return target !== undefined && log.hasSeen(place, target) ? target : undefined;
}

function targetName(act: VerifiedAct['act']): string | undefined {
  if ('member' in act) return act.member;
  return act.kind === 'box' || act.kind === 'remove-device' || act.kind === 'wipe'
    ? act.device
    : undefined;
}
