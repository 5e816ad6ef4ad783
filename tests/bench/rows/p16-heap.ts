import { type BenchPhone, openPhone } from '../bench-phone.ts';
import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import type { ArrayJobs } from '../pages/array.ts';
import type { Stage } from '../stage.ts';
import { workerHeaps } from '../worker-heaps.ts';

interface Heap {
  /** MB of the page, and of each of its workers. */
  readonly page: number;
  readonly workers: readonly number[];
  readonly right: boolean;
}

/**
 * Not timed: MB of JavaScript heap after a full collection. Ours is the built app at 1280 px with
 * list and map both open. The peer is a page that holds the same places as an array of plain
 * objects, and does nothing with them. The goal speaks of the page's heap; the workers' (search is
 * one of them) is reported beside it.
 */
export const heap: BenchRow = {
  id: 'P16',
  about: 'JavaScript heap with list and map open',
  run: async (stage) => {
    const sizes = stage.quick ? [300] : [10_000, 50_000];
    const results: BenchResult[] = [];
    for (const size of sizes) results.push(...(await measure(stage, size)));
    return results;
  },
};

async function measure(stage: Stage, size: number): Promise<readonly BenchResult[]> {
  const from = await stage.seeded(size);
  const rounds = stage.quick ? 2 : 5;
  const kept = await interleaved(
    { ours: () => appHeap(stage, from, size), bare: () => arrayHeap(stage, size) },
    rounds,
    0,
  );
  const page = (heaps: readonly Heap[]) => median(heaps.map((one) => one.page));
  const workers = median(kept.ours.map((one) => one.workers.reduce((sum, mb) => sum + mb, 0)));
  const common = {
    id: 'P16',
    unit: 'MB',
    against: { 'array of the same objects': page(kept.bare) },
    most: 2,
    correct: [...kept.ours, ...kept.bare].every(({ right }) => right),
  };
  const each = (kept.ours[0]?.workers ?? []).map((mb) => mb.toFixed(1)).join(' + ');
  return [
    judged({ ...common, what: `heap of the page, ${size} things`, ours: page(kept.ours) }),
    judged({
      ...common,
      what: `heap of page and workers, ${size} things`,
      ours: page(kept.ours) + workers,
      binding: false,
      note: `workers ${each} MB: search keeps its rows there`,
    }),
  ];
}

async function appHeap(stage: Stage, from: string, size: number): Promise<Heap> {
  await stage.serveApp();
  const phone = await openPhone({ from, width: 1280, height: 800, serviceWorkers: 'block' });
  try {
    const { page } = phone;
    const workers = await workerHeaps(phone.debug);
    await page.goto(`${stage.served.origin}/`);
    await page.getByRole('list', { name: 'Assets' }).getByRole('listitem').first().waitFor();
    await page.getByRole('region', { name: 'Map' }).locator('canvas').first().waitFor();
    // All points are handed to the map once search has them; then the page is at rest.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(3_000);
    const status = await page
      .getByText(new RegExp(`${size}|${size.toLocaleString('en-GB')}`))
      .count();
    return { page: await pageHeap(phone), workers: await workers.read(), right: status > 0 };
  } finally {
    await phone.throwAway();
  }
}

async function arrayHeap(stage: Stage, size: number): Promise<Heap> {
  await stage.servePages();
  const { phone, jobs } = await stage.openPage<ArrayJobs>('array');
  try {
    const held = await jobs.hold({ size });
    return { page: await pageHeap(phone), workers: [], right: held === size };
  } finally {
    await phone.throwAway();
  }
}

async function pageHeap({ debug }: BenchPhone): Promise<number> {
  await debug.send('Performance.enable');
  await debug.send('HeapProfiler.collectGarbage');
  await debug.send('HeapProfiler.collectGarbage');
  const { metrics } = await debug.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}
