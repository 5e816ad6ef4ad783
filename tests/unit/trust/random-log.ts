import fc from 'fast-check';
import { idKeyCheck, idKeyFromBytes } from '#seal/id-key.ts';
import type { VerifiedAct } from '#trust/act.ts';
import type { KnownAct } from '#trust/act-kinds.ts';
import type { Role } from '#trust/roles.ts';
import {
  admit,
  makePatch,
  makePhone,
  type Patch,
  type Phone,
  remove,
  say,
  stateOf,
  valueIn,
  welcome,
} from './neighbours.ts';

/** One wish of one phone; numbers are taken modulo what there is to choose from. */
export interface Wish {
  readonly who: number;
  /** What it claims to have seen: everything that counts, or any two acts. */
  readonly seen: readonly [number, number] | undefined;
  readonly what: KnownAct['kind'];
  readonly whom: number;
  readonly role: Role;
}

const kinds: readonly KnownAct['kind'][] = [
  ...(['admit', 'admit', 'role', 'role', 'remove', 'remove-device', 'device'] as const),
  ...(['epoch', 'notice', 'wipe', 'recovery', 'box'] as const),
];
const roles: readonly Role[] = ['steward', 'steward', 'coordinator', 'volunteer', 'resident'];

export const wish: fc.Arbitrary<Wish> = fc.record({
  who: fc.nat(1000),
  seen: fc.option(fc.tuple(fc.nat(1000), fc.nat(1000)), { nil: undefined, freq: 3 }),
  what: fc.constantFrom(...kinds),
  whom: fc.nat(1000),
  role: fc.constantFrom(...roles),
});

const at = <T>(from: readonly T[], index: number): T => {
  const found = from[index % from.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

const spare = await Promise.all(Array.from({ length: 60 }, () => makePhone()));

/** The same in every epoch, as it must be. */
export const madeUpIdKey = new Uint8Array(32);
const idKey = valueIn(await idKeyFromBytes(madeUpIdKey, false));
const madeUpCheck = await idKeyCheck(idKey);

export const madeUpEpoch = (epoch: number, mark: number): KnownAct => ({
  kind: 'epoch',
  circle: 'members',
  epoch,
  k: mark.toString(16).padStart(16, '0'),
  idCheck: madeUpCheck,
  past: 'AAAA',
  wraps: [],
  ...(epoch > 1 ? { closes: '0'.repeat(64) } : {}),
});

const start = await makePatch();
const firstPhones = [start.founder];
await say(start, start.founder, madeUpEpoch(1, 1));
for (const role of ['steward', 'steward', 'coordinator', 'coordinator', 'volunteer'] as const) {
  firstPhones.push((await welcome(start, start.founder, role)).phone);
}

/** The same three stewards, two coordinators and a volunteer, then whatever they wish. */
export async function randomPatch(
  wishes: readonly Wish[],
): Promise<Patch & { readonly phones: readonly Phone[] }> {
  const patch = { ...start, acts: [...start.acts], phones: [...firstPhones] };
  await live(patch, patch.phones, wishes, start.acts.length);
  return patch;
}

/**
 * Phones sign whatever they wish for, allowed or not; each new one may sign from then on. None
 * claims to have seen less than the act numbered `oldest` (0 is the root).
 */
export async function live(
  patch: Patch,
  phones: Phone[],
  wishes: readonly Wish[],
  oldest = 0,
): Promise<void> {
  for (const wanted of wishes) {
    const fresh = at(spare, patch.acts.length);
    const act = actOf(wanted, patch, fresh);
    const names = [patch.root.name, ...patch.acts.map(({ name }) => name)].slice(oldest);
    const prev = wanted.seen && [...new Set(wanted.seen.map((index) => at(names, index)))];
    await say(patch, at(phones, wanted.who), act, prev);
    if ('device' in act && typeof act.device !== 'string') phones.push(fresh);
  }
}

function actOf({ what, whom, role }: Wish, patch: Patch, fresh: Phone): KnownAct {
  const target = at(targetsIn(patch), whom);
  switch (what) {
    case 'admit':
      return admit(fresh, role);
    case 'device':
      return { kind: what, member: target, device: fresh.keys };
    case 'recovery':
      return { kind: what, member: target, device: fresh.keys, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' };
    case 'role':
      return { kind: what, member: target, role };
    case 'remove':
      return remove(target);
    case 'remove-device':
      return { kind: what, device: target, why: 'lost' };
    case 'wipe':
      return { kind: what, device: target };
    case 'box':
      return { kind: what, device: target, box: fresh.keys.box };
    case 'notice':
      return { kind: what, notice: target };
    case 'epoch':
      return madeUpEpoch(stateOf(patch).epochs.members.all.length + 1, whom);
  }
}

const targetsIn = ({ root, acts }: Patch): readonly string[] => [
  root.name,
  ...acts.filter(({ act }) => 'device' in act && act.kind !== 'wipe').map(({ name }) => name),
];

/** What an act had seen, by its names alone: not the code under test. */
export function seenBy(acts: readonly VerifiedAct[], name: string): ReadonlySet<string> {
  const byName = new Map(acts.map((act) => [act.name, act]));
  const seen = new Set<string>();
  const open = [...(byName.get(name)?.prev ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(byName.get(next)?.prev ?? []));
  }
  return seen;
}
