import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import type { SearchJobs } from '../pages/search.ts';
import type { SearchContestant, SearchFigures } from '../search-core.ts';
import type { Stage } from '../stage.ts';

const names: readonly SearchContestant[] = ['ours', 'bareInPage', 'bareInWorker'];
type Rounds = Readonly<Record<SearchContestant, readonly SearchFigures[]>>;

/**
 * P6, timed: 300 mixed queries (names, beginnings, words; 15 in 100 with a letter dropped), each
 * from the question to the answer, through the real worker with its messages. The peers are
 * MiniSearch (beginnings, fuzzy 0.2) in the page, which sends no messages but holds the page up,
 * and MiniSearch in a worker. Both do less: no filters, no distance, no folding of accents.
 * P7, timed: from nothing to the first answer, rows already in memory: messages and index, and for
 * those that have one the start of the worker.
 */
export const search: BenchRow = {
  id: 'P6+P7',
  about: 'search as you type, and search ready after the start',
  run: async (stage) => {
    const sizes = stage.quick ? [500] : [1_000, 10_000, 50_000];
    await stage.servePages();
    const results: BenchResult[] = [];
    for (const size of sizes) results.push(...(await measure(stage, size)));
    return results;
  },
};

async function measure(stage: Stage, size: number): Promise<readonly BenchResult[]> {
  const rounds = stage.quick || size > 10_000 ? 3 : 5;
  const kept = await interleaved(
    Object.fromEntries(names.map((name) => [name, () => once(stage, name, size)])) as Record<
      SearchContestant,
      () => Promise<SearchFigures>
    >,
    rounds,
    size > 10_000 ? 0 : 1,
  );
  const idle = await idleGap(stage);
  return [...judgeFinding(kept, size), ...judgeBlocks(kept, size, idle), ...judgeReady(kept, size)];
}

/** A fresh browser each time: no side inherits the other's heap or warm code. */
async function once(stage: Stage, contestant: SearchContestant, size: number) {
  const { phone, jobs } = await stage.openPage<SearchJobs>('search');
  try {
    return await jobs.measure({ contestant, size });
  } finally {
    await phone.throwAway();
  }
}

async function idleGap(stage: Stage): Promise<number> {
  const { phone, jobs } = await stage.openPage<SearchJobs>('search');
  try {
    return await jobs.idleGap({ ms: stage.quick ? 500 : 5_000 });
  } finally {
    await phone.throwAway();
  }
}

const middle = (figures: readonly SearchFigures[], key: keyof SearchFigures): number =>
  median(figures.map((figure) => figure[key]));

function judgeFinding(kept: Rounds, size: number): readonly BenchResult[] {
  const hits = (name: SearchContestant) => middle(kept[name], 'hits');
  const mrr = (name: SearchContestant) => middle(kept[name], 'mrr').toFixed(3);
  const correct = hits('ours') >= hits('bareInPage');
  const common = { id: 'P6', unit: 'ms', correct } as const;
  const p95 = judged({
    ...common,
    what: `find, p95 of 300, ${size} things`,
    ours: middle(kept.ours, 'p95'),
    against: {
      'MiniSearch in the page': middle(kept.bareInPage, 'p95'),
      'MiniSearch in a worker': middle(kept.bareInWorker, 'p95'),
    },
    most: 1.1,
    binding: size <= 10_000,
    note: `found something for ${hits('ours')} of 300, MiniSearch for ${hits('bareInPage')}; mean of 1/place ${mrr('ours')} and ${mrr('bareInPage')}. The peers do less: no filters, no distance, no accents.`,
  });
  const felt = judged({
    ...common,
    what: `find, p95 of 300, ${size} things: what a person feels`,
    ours: middle(kept.ours, 'p95'),
    most: 50,
    of: 'ours',
    binding: size === 10_000,
  });
  return size >= 10_000 ? [p95, felt] : [p95];
}

function judgeBlocks(kept: Rounds, size: number, idle: number): readonly BenchResult[] {
  const longest = middle(kept.ours, 'longestBlock');
  const most = Math.max(...kept.ours.map(({ longestBlock }) => longestBlock));
  return [
    judged({
      id: 'P6',
      what: `page held up at most, loading and finding, ${size} things`,
      ours: longest,
      unit: 'ms',
      most: 16,
      of: 'ours',
      binding: size <= 10_000,
      correct: true,
      note: `median of ${kept.ours.length} runs, the worst ${most.toFixed(1)} ms; an idle page on this machine in the same run ${idle.toFixed(1)} ms, MiniSearch in the page ${middle(kept.bareInPage, 'longestBlock').toFixed(0)} ms`,
    }),
  ];
}

const judgeReady = (kept: Rounds, size: number): readonly BenchResult[] => [
  judged({
    id: 'P7',
    what: `search ready, ${size} things`,
    ours: middle(kept.ours, 'ready'),
    unit: 'ms',
    against: {
      'MiniSearch addAll + messages + worker start': middle(kept.bareInWorker, 'ready'),
      'MiniSearch addAll in the page': middle(kept.bareInPage, 'ready'),
    },
    most: 1.1,
    binding: size <= 10_000,
    correct: middle(kept.ours, 'hits') >= middle(kept.bareInPage, 'hits'),
  }),
];
