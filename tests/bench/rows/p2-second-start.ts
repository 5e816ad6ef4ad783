import { type BenchPhone, openPhone } from '../bench-phone.ts';
import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import { jobsOf } from '../page-jobs.ts';
import type { FloorJobs } from '../pages/floor.tsx';
import type { Stage } from '../stage.ts';

/** Fewer would be no list. */
const leastRows = 20;

interface Start {
  /** ms since the navigation began. */
  readonly list: number;
  readonly map: number;
  /** Rows shown, and requests that reached the server: none, it is offline. */
  readonly rows: number;
  readonly asked: readonly string[];
}

/**
 * Timed: a browser that was ended starts again, offline, over storage with 10,000 places; from the
 * start of the navigation to the first frame with rows in the list. The floor page under the same
 * conditions is React, Dexie reading 50 rows of a 10,000-row table, and a bare MapLibre map that
 * has come to rest. It does less: no register, no filters, no words in several languages, no order
 * by nearness; it does more in one thing: at 360 px our list comes without a map. So its list alone
 * stands beside it.
 */
export const secondStart: BenchRow = {
  id: 'P2',
  about: 'second start, offline',
  run: async (stage) => {
    const size = stage.quick ? 300 : 10_000;
    const app = await keptApp(stage, size);
    const floor = await keptFloor(stage, size);
    const results: BenchResult[] = [];
    for (const rate of [1, 4]) {
      const kept = await interleaved(
        {
          ours: () => start(stage, app, { rate, path: '/' }),
          floor: () => start(stage, floor, { rate, path: '/floor.html' }),
        },
        stage.quick ? 2 : 5,
      );
      results.push(judge(kept, `${size} stored, CPU ${rate}×`));
    }
    return results;
  },
};

function judge(kept: Record<'ours' | 'floor', readonly Start[]>, where: string) {
  const middle = (starts: readonly Start[], key: 'list' | 'map') =>
    median(starts.map((one) => one[key]));
  const all = [...kept.ours, ...kept.floor];
  const asked = [...new Set(all.flatMap((one) => one.asked))];
  const rows = Math.min(...all.map((one) => one.rows));
  return judged({
    id: 'P2',
    what: `second start offline → list shown, ${where}`,
    ours: middle(kept.ours, 'list'),
    unit: 'ms',
    against: {
      'floor page: list and map at rest': middle(kept.floor, 'map'),
      'floor page: its list': middle(kept.floor, 'list'),
    },
    most: 1.3,
    correct: rows >= leastRows && asked.length === 0,
    note: `at least ${rows} rows shown, asked of the server: ${asked.join(' ') || 'nothing'}`,
  });
}

/** Two visits online, so that the worker holds everything; then the browser ends. */
async function keptApp(stage: Stage, size: number): Promise<string> {
  const from = await stage.seeded(size);
  await stage.serveApp();
  const phone = await openPhone({ from });
  await visitTwice(phone, `${stage.served.origin}/`).finally(phone.switchOff);
  return phone.folder;
}

async function keptFloor(stage: Stage, size: number): Promise<string> {
  await stage.servePages();
  const phone = await openPhone();
  await phone.page.goto(`${stage.served.origin}/floor.html`);
  const jobs = await jobsOf<FloorJobs>(phone.page);
  if ((await jobs.fill({ size })) !== size) throw new Error('the floor page is not full');
  await visitTwice(phone, `${stage.served.origin}/floor.html`).finally(phone.switchOff);
  return phone.folder;
}

async function visitTwice({ page }: BenchPhone, address: string): Promise<void> {
  for (let visit = 0; visit < 3; visit += 1) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.getByRole('list', { name: 'Assets' }).getByRole('listitem').first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
  }
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

interface Asked {
  readonly rate: number;
  readonly path: string;
}

async function start(stage: Stage, from: string, { rate, path }: Asked): Promise<Start> {
  const phone = await openPhone({ from });
  try {
    await phone.context.addInitScript(watchForList);
    await phone.context.setOffline(true);
    await phone.slow(rate);
    stage.served.forgetRequests();
    await phone.page.goto(`${stage.served.origin}${path}`);
    await phone.page.waitForFunction(() => 'listShownAt' in globalThis);
    if (path !== '/') await phone.page.waitForFunction(() => 'mapIdleAt' in globalThis);
    const seen = await phone.page.evaluate(readWatch);
    return { ...seen, asked: stage.served.requests.map(({ url }) => `${path}: ${url}`) };
  } finally {
    await phone.throwAway();
  }
}

interface Watched {
  readonly listShownAt: number;
  readonly mapIdleAt?: number;
}

const readWatch = () => {
  const { listShownAt, mapIdleAt = 0 } = globalThis as unknown as Watched;
  const rows = document.querySelectorAll('[aria-label="Assets"] li').length;
  return { list: listShownAt, map: Math.max(mapIdleAt, listShownAt), rows };
};

/** Runs in the page before anything else does. No function has a name: tsx would add a call to it. */
const watchForList = () => {
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('[aria-label="Assets"] li')) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => Object.assign(globalThis, { listShownAt: performance.now() })),
    );
  }).observe(document, { childList: true, subtree: true });
};
