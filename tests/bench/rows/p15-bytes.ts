import { type BenchRow, judged } from '../bench-row.ts';
import type { BytesJobs } from '../pages/bytes.ts';
import type { Stage } from '../stage.ts';

/** Equal readings, one a second, after which the store has settled. */
const settled = 6;

interface Kept {
  readonly right: number;
  readonly bytes: number;
}

/**
 * Bytes of all IndexedDB databases after adding places one by one and editing each three times,
 * read in a new browser once they have stopped changing. The peer keeps the same plain values and
 * edits in bare PouchDB and bare Dexie: no ages of facts, no history, no padding, no keys.
 */
export const bytes: BenchRow = {
  id: 'P15',
  about: 'bytes on disk for each asset',
  run: async (stage) => {
    const size = stage.quick ? 100 : 2_000;
    await stage.servePages();
    const json = await jsonBytes(stage, size);
    const ours = await kept(stage, 'ours', size);
    const bare = await kept(stage, 'bare', size);
    return [
      judged({
        id: 'P15',
        what: `bytes for each of ${size} places after 3 edits`,
        ours: ours.bytes / size,
        unit: 'bytes',
        against: { 'PouchDB + Dexie': bare.bytes / size, 'as JSON': json / size },
        most: 1.2,
        correct: ours.right === size && bare.right === size,
        note: `${size} places and not 10,000: 10,000 with three edits each are 40,000 saves, too long for one run. One run: bytes do not depend on what else the machine does.`,
      }),
    ];
  },
};

async function jsonBytes(stage: Stage, size: number): Promise<number> {
  const { phone, jobs } = await stage.openPage<BytesJobs>('bytes');
  try {
    return await jobs.jsonBytes({ size });
  } finally {
    await phone.throwAway();
  }
}

async function kept(stage: Stage, who: 'ours' | 'bare', size: number): Promise<Kept> {
  const { phone, jobs } = await stage.openPage<BytesJobs>('bytes');
  const right = await jobs[who]({ size });
  await phone.switchOff();
  const again = await stage.openPage<BytesJobs>('bytes', { from: phone.folder });
  try {
    return { right, bytes: await settledUsage(again.jobs) };
  } finally {
    await again.phone.throwAway();
    await phone.throwAway();
  }
}

async function settledUsage(jobs: BytesJobs): Promise<number> {
  let last = -1;
  for (let equal = 0; equal < settled; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = await jobs.usage(null);
    equal = now > 0 && now === last ? equal + 1 : 0;
    last = now;
  }
  return last;
}
