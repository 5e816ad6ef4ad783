import type { ActOf } from './act-kinds.ts';
import { nameAt } from './epochs.ts';
import type { Pass } from './pass.ts';
import type { Brought } from './people.ts';
import type { Role } from './roles.ts';
import { boxOf, deviceRemovalOf, isVouched, removalOf, roleOf } from './standing.ts';

type Why = ActOf<'remove'>['why'];

export interface Device {
  /** Of the act that brought it; the founder's first one has the root's. */
  readonly name: string;
  /** Ed25519 public key, base64 of 32 bytes. */
  readonly sign: string;
  /** X25519 public key, base64 of 32 bytes. Undefined only until the founder's has said it. */
  readonly box: string | undefined;
  /** For a recovery sheet, the salt of its words; undefined for a phone. */
  readonly salt: string | undefined;
  /** It shares its member's rank; if not, it has no keys and signs nothing until a steward gives the role anew. */
  readonly vouched: boolean;
  /** Its own removal or its member's. */
  readonly removed: Why | undefined;
  /** It is gone, and is to empty itself. */
  readonly wipe: boolean;
}

export interface Member {
  readonly name: string;
  /** Ties them to their record; the founding record names nobody. */
  readonly person: string | undefined;
  readonly role: Role;
  readonly removed: Why | undefined;
  readonly devices: readonly Device[];
}

export function membersOf(pass: Pass): ReadonlyMap<string, Member> {
  const wiped = wipedBy(pass);
  const members = [...pass.people.settings.keys()]
    .filter(pass.counts)
    .map((place) => memberAt(pass, place, wiped));
  return new Map(members.map((member) => [member.name, member]));
}

function memberAt(pass: Pass, place: number, wiped: ReadonlySet<number>): Member {
  const admission = pass.log.acts[place];
  const devices = pass.people.devicesOf.get(place) ?? [];
  return {
    name: admission?.name ?? pass.log.rootName,
    person: admission?.act.kind === 'admit' ? admission.act.person : undefined,
    role: roleOf(pass, place, pass.counts) ?? 'resident',
    removed: whyAt(pass, removalOf(pass, place, pass.counts)),
    devices: devices
      .filter((device) => pass.counts(device.place))
      .map((device) => deviceOf(pass, device, wiped)),
  };
}

const deviceOf = (pass: Pass, device: Brought, wiped: ReadonlySet<number>): Device => ({
  name: nameAt(pass, device),
  sign: device.sign,
  box: boxOf(pass, device, pass.counts),
  salt: device.salt,
  vouched: isVouched(pass, device, pass.counts),
  removed: whyAt(pass, deviceRemovalOf(pass, device, pass.counts)),
  wipe: wiped.has(device.place) && deviceRemovalOf(pass, device, pass.counts) !== undefined,
});

function whyAt({ log }: Pass, place: number | undefined): Why | undefined {
  const act = place === undefined ? undefined : log.acts[place]?.act;
  return act?.kind === 'remove' || act?.kind === 'remove-device' ? act.why : undefined;
}

function wipedBy({ log, people, counts }: Pass): ReadonlySet<number> {
  const wiped = new Set<number>();
  for (const [place, signed] of log.acts.entries()) {
    const target = people.targetOf(place);
    if (signed?.act.kind === 'wipe' && target !== undefined && counts(place)) wiped.add(target);
  }
  return wiped;
}
