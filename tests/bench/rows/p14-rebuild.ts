import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import type { RebuildJobs } from '../pages/rebuild.ts';
import type { Stage } from '../stage.ts';

/** ms for one rebuild: longer ones are reported once and not repeated. */
const patience = 240_000;

/**
 * Timed: `book.rebuild` burns the catalogue and makes it again from the sealed register: feed,
 * opening, checks, joining, rows and links, page by page. The peer reads all documents at once,
 * opens each envelope, and puts rows it was handed ready-made into a bare Dexie table with the same
 * indexes; it checks, joins and works out nothing.
 */
export const rebuild: BenchRow = {
  id: 'P14',
  about: 'make the catalogue again from the register',
  run: async (stage) => {
    const sizes = stage.quick ? [300] : [1_000, 10_000, 50_000];
    const results: BenchResult[] = [];
    for (const size of sizes) results.push(await measure(stage, size));
    return results;
  },
};

async function measure(stage: Stage, size: number): Promise<BenchResult> {
  const from = await stage.seeded(size);
  await stage.servePages();
  const { phone, jobs } = await stage.openPage<RebuildJobs>('rebuild', { from });
  try {
    const isWhole = (await jobs.places(null)) === size;
    const contestants = { ours: () => jobs.ours(null), bare: () => jobs.bare(null) };
    const first = await interleaved(contestants, 1, 0);
    const isLong = (first.ours[0]?.ms ?? 0) > patience;
    const rounds = stage.quick || size > 10_000 ? 3 : 5;
    const kept = isLong ? first : await interleaved(contestants, rounds, 0);
    const ms = (runs: readonly { ms: number }[]) => median(runs.map((run) => run.ms));
    return judged({
      id: 'P14',
      what: `rebuild, ${size} things`,
      ours: ms(kept.ours),
      unit: 'ms',
      against: { 'allDocs + open + bulkPut': ms(kept.bare) },
      most: 1.5,
      binding: size <= 10_000,
      correct: isWhole && [...kept.ours, ...kept.bare].every(({ same }) => same),
      note: isLong
        ? `one run: a rebuild takes over ${patience / 60_000} minutes here`
        : `median of ${rounds}; the peer does less: no checks, no join, rows handed to it`,
    });
  } finally {
    await phone.throwAway();
  }
}
