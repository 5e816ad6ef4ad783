import { type Circle, circles } from '#domain/sharing/level.ts';
import type { Sealer } from '#seal/bulk.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import type { ClosedEpochs } from '#seal/closed-epochs.ts';
import { type CircleStore, circleStore } from './circle-store.ts';
import { readClosed } from './closed-store.ts';
import { livingDb } from './living-db.ts';
import { type CircleDb, circleDbName, openCircleDb } from './pouch.ts';

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

/** Opens the circles of a register this phone holds keys for. `onClosed`: what is known of their closed epochs. */
export function openRegister(
  id: string,
  rings: Readonly<Partial<Record<Circle, CircleRing>>>,
  sealer: Sealer,
  onClosed: (circle: Circle, closed: ClosedEpochs) => void = () => {},
): OpenRegister {
  /** Before anything is read: what came late is never shown, not even for a moment. */
  const tellClosed = (circle: Circle) => async (db: CircleDb) => {
    const closed = await readClosed({ db: { use: (work) => work(db) } });
    if (closed) onClosed(circle, closed);
  };
  const open = (circle: Circle, ring: CircleRing) =>
    circleStore(
      livingDb(circleDbName(id, circle), () => openCircleDb(id, circle), tellClosed(circle)),
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
