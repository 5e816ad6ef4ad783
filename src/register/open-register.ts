import type { Circle } from '#domain/sharing/level.ts';
import type { Sealer } from '#seal/bulk.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import { type CircleStore, circleStore } from './circle-store.ts';
import { livingDb } from './living-db.ts';
import { circleDbName, openCircleDb } from './pouch.ts';

export interface OpenRegister {
  readonly id: string;
  readonly circles: Readonly<Record<Circle, CircleStore>>;
  close(): Promise<void>;
}

/** Opens the circles of a register this phone holds keys for. */
export function openRegister(
  id: string,
  rings: Readonly<Record<Circle, CircleRing>>,
  sealer: Sealer,
): OpenRegister {
  const open = (circle: Circle) =>
    circleStore(
      livingDb(circleDbName(id, circle), () => openCircleDb(id, circle)),
      rings[circle],
      sealer,
    );
  const circles = { team: open('team'), members: open('members') };
  return {
    id,
    circles,
    close: async () => {
      await Promise.all([circles.team.db.close(), circles.members.db.close()]);
    },
  };
}
