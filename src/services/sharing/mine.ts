import type { SharedAs } from '#device/device-db.ts';
import type { LogState } from '#trust/log.ts';
import type { Member } from '#trust/members.ts';

/** This phone's holder by the log, while they and this phone belong. */
export function mineIn(
  { members }: LogState,
  { member, device }: Pick<SharedAs, 'member' | 'device'>,
): Member | undefined {
  const me = members.get(member);
  const phone = me?.devices.find(({ name }) => name === device);
  return me && phone && me.removed === undefined && phone.removed === undefined ? me : undefined;
}
