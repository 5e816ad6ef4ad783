import type { KeysRow } from '#device/device-db.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import { ringsOf } from '#services/register-keys.ts';

/** The keys of both circles, of a phone that holds both. */
export async function heldRings(keys: KeysRow): Promise<Readonly<Record<Circle, CircleRing>>> {
  const { team, members } = await ringsOf(keys);
  if (!team || !members) throw new Error('this phone does not hold both circles');
  return { team: team.ring, members: members.ring };
}
