import type { KeysRow } from '#device/device-db.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import { ringsOf } from '#services/register-keys.ts';

/** The rings of a phone that is in both circles. */
export async function bothRings(keys: KeysRow): Promise<Readonly<Record<Circle, CircleRing>>> {
  const { team, members } = await ringsOf(keys);
  if (!team || !members) throw new Error('A phone that is in one circle only');
  return { team: team.ring, members: members.ring };
}
