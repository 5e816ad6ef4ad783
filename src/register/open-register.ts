import { type Circle, circles } from '#domain/sharing/level.ts';
import type { Sealer } from '#seal/bulk.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import { type CircleStore, circleStore } from './circle-store.ts';
import { livingDb } from './living-db.ts';
import { circleDbName, openCircleDb } from './pouch.ts';

/** The circles that this phone belongs to. */
export type CircleStores = Readonly<Partial<Record<Circle, CircleStore>>>;

/** Narrowest first. */
export const heldCircles = (stores: CircleStores): readonly (readonly [Circle, CircleStore])[] =>
  circles.flatMap((circle) => {
    const store = stores[circle];
    return store ? [[circle, store] as const] : [];
  });

export interface OpenRegister {
  readonly id: string;
  readonly circles: CircleStores;
  close(): Promise<void>;
}

/** Opens the circles of a register this phone holds keys for. */
export function openRegister(
  id: string,
  rings: Readonly<Partial<Record<Circle, CircleRing>>>,
  sealer: Sealer,
): OpenRegister {
  const open = (circle: Circle, ring: CircleRing) =>
    circleStore(
      livingDb(circleDbName(id, circle), () => openCircleDb(id, circle)),
      ring,
      sealer,
    );
  const opened: CircleStores = Object.fromEntries(
    circles.flatMap((circle) => {
      const ring = rings[circle];
      return ring ? [[circle, open(circle, ring)]] : [];
    }),
  );
  return {
    id,
    circles: opened,
    close: async () => {
      await Promise.all(heldCircles(opened).map(([, { db }]) => db.close()));
    },
  };
}
