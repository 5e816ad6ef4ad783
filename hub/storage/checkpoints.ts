import * as v from 'valibot';
import type { Checkpoint, CircleStore } from './hub-storage.ts';
import type { InTurn } from './in-turn.ts';
import type { Pouch } from './level-db.ts';
import { readLocal, writeLocal } from './local-documents.ts';

/** How many replications of one account are remembered: a phone has two, more are old ones. */
const keptPoints = 8;

const pointsSchema = v.array(
  v.object({ id: v.string(), rev: v.string(), fields: v.record(v.string(), v.unknown()) }),
);
type Point = v.InferOutput<typeof pointsSchema>[number];

const addressOf = (account: string): string => `_local/points-${account}`;

async function pointsOf(db: Pouch, account: string): Promise<readonly Point[]> {
  const read = v.safeParse(pointsSchema, (await readLocal(db, addressOf(account)))?.['points']);
  return read.success ? read.output : [];
}

const nextRev = (rev: string | undefined): string =>
  `0-${Number.parseInt(rev?.slice(2) ?? '0', 10) + 1}`;

type Checkpoints = Pick<CircleStore, 'checkpoint' | 'keepCheckpoint'>;

/**
 * Where replications stand, one small document for each account: however many ids a phone makes
 * up, it never fills the disk with them.
 */
export function checkpointsIn(db: Pouch, inTurn: InTurn): Checkpoints {
  const checkpoint = async (account: string, id: string): Promise<Checkpoint | undefined> =>
    (await pointsOf(db, account)).find((point) => point.id === id);

  const keepNow = async (
    account: string,
    id: string,
    { rev, fields = {} }: Partial<Checkpoint>,
  ) => {
    const points = await pointsOf(db, account);
    const there = points.find((point) => point.id === id);
    if (there?.rev !== rev) return undefined;
    const next = { id, rev: nextRev(rev), fields };
    const others = points.filter((point) => point !== there);
    await writeLocal(db, addressOf(account), { points: [next, ...others].slice(0, keptPoints) });
    return next.rev;
  };

  return {
    checkpoint,
    keepCheckpoint: (account, id, point) => inTurn(() => keepNow(account, id, point)),
  };
}
