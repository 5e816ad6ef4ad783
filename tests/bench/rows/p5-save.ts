import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { median, p95 } from '../figures.ts';
import type { SaveJobs } from '../pages/save.ts';
import type { Stage } from '../stage.ts';

const peer = 'PouchDB put + Dexie put';
const note =
  'The peer does less: no check of the values, no sealing, no stamps, no follower. Search is given the row after the clock stopped, on both sides nothing else runs.';

/**
 * Timed: `book.add` of the real services (checked, stamped, sealed, in PouchDB, followed into the
 * catalogue), from the call until the row can be read. 200 in turn with the peer, which puts the
 * same plain values into bare PouchDB and then into bare Dexie.
 */
export const save: BenchRow = {
  id: 'P5',
  about: 'save an asset: tap → durable → row can be read',
  run: async (stage) => {
    const sizes = stage.quick ? [200] : [1_000, 10_000];
    const results: BenchResult[] = [];
    for (const size of sizes) results.push(...(await measure(stage, size)));
    return results;
  },
};

async function measure(stage: Stage, size: number): Promise<readonly BenchResult[]> {
  const from = await stage.seeded(size);
  await stage.servePages();
  const { phone, jobs } = await stage.openPage<SaveJobs>('save', { from });
  try {
    await jobs.fill({ size });
    const results: BenchResult[] = [];
    for (const rate of [1, 4]) {
      await phone.slow(rate);
      await jobs.save({ count: 10 });
      const figures = await jobs.save({ count: stage.quick ? 30 : 200 });
      const counts = await jobs.counts(null);
      results.push(
        ...judge(figures, {
          size,
          rate,
          correct: counts.ours === counts.bare && counts.ours > size,
        }),
      );
    }
    return results;
  } finally {
    await phone.throwAway();
  }
}

interface Where {
  readonly size: number;
  readonly rate: number;
  readonly correct: boolean;
}

function judge(
  { ours, bare }: { ours: readonly number[]; bare: readonly number[] },
  { size, rate, correct }: Where,
): readonly BenchResult[] {
  const where = `${size} stored, CPU ${rate}×`;
  const common = { id: 'P5', unit: 'ms', correct } as const;
  const line = (name: string, figure: (values: readonly number[]) => number) =>
    judged({
      ...common,
      what: `save, ${name} of ${ours.length}, ${where}`,
      ours: figure(ours),
      against: { [peer]: figure(bare) },
      most: 1.5,
      ...(name === 'p50' && rate === 1 ? { note } : {}),
    });
  const limit = judged({
    ...common,
    what: `save, p95 of ${ours.length}, ${where}: what a person feels`,
    ours: p95(ours),
    most: 100,
    of: 'ours',
  });
  return [line('p50', median), line('p95', p95), ...(rate === 4 ? [limit] : [])];
}
