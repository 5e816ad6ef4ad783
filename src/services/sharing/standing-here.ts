import type { SharedAs } from '#device/device-db.ts';
import type { LogState } from '#trust/log.ts';
import type { Device, Member } from '#trust/members.ts';
import { rankOf } from '#trust/roles.ts';
import type { Out } from '../out.ts';

type Named = Pick<SharedAs, 'member' | 'device'>;

const phoneIn = ({ members }: LogState, { member, device }: Named): Device | undefined =>
  members.get(member)?.devices.find(({ name }) => name === device);

/** Why this phone is out by the log; undefined while it has its place, or nothing is known of it. */
export function outByLog(state: LogState, named: Named): Exclude<Out, 'not-let-in'> | undefined {
  const me = state.members.get(named.member);
  if (me?.removed !== undefined) return me.removed === 'left' ? 'left' : 'removed';
  return phoneIn(state, named)?.removed === undefined ? undefined : 'removed';
}

/**
 * Whether somebody who may has signed that this very phone be emptied. It is the log that says who
 * may, by all that this phone knows of it: a hub has no say in it.
 */
export const isToBeEmptied = (state: LogState, named: Named): boolean =>
  phoneIn(state, named)?.wipe === true;

/** Who can let somebody in again: stewards first. */
export const whoLetIn = ({ members }: LogState): readonly Member[] =>
  [...members.values()]
    .filter(({ removed, role }) => removed === undefined && rankOf(role) > 0)
    .toSorted((a, b) => rankOf(b.role) - rankOf(a.role));
