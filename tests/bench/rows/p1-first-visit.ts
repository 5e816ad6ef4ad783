import type { Page } from 'playwright';
import { assetRow, startRegister } from '../../browser/support/steps.ts';
import { openPhone } from '../bench-phone.ts';
import { type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median, rounded } from '../figures.ts';
import { openSlowNet, type SlowNet } from '../slow-net.ts';
import type { Stage } from '../stage.ts';

interface Visit {
  /** ms since the navigation began until a saved thing stood in the list. */
  readonly saved: number;
  /** ms until the worker was active, with all its files kept. */
  readonly kept: number;
  /** Then without a network: the list stands again, and one more thing can be saved. */
  readonly works: boolean;
}

/** 1.6 Mbit/s and 150 ms, as Lighthouse takes for a slow phone network. */
const speed = { bytesPerSecond: 200_000, roundTripMs: 150 };

/**
 * Timed: a browser that has never been here, four times slower, over 1.6 Mbit/s and 150 ms; from the
 * start of the navigation until the worker is active and what was saved stands in the list,
 * whichever is later. Nobody waits: names are typed as soon as there is a field. The floor page has
 * one field and one button, Dexie, a bare MapLibre map, and a worker that keeps its files with one
 * `addAll`. It does less: no register to start, no keys, no kinds, no styles, no fonts, no
 * pictures, no second language.
 */
export const firstVisit: BenchRow = {
  id: 'P1',
  about: 'first visit → usable without a network',
  run: async (stage) => {
    const net = await openSlowNet(stage.served.origin, speed);
    try {
      const kept = await interleaved(
        { ours: () => ours(stage, net), floor: () => floor(stage, net) },
        stage.quick ? 1 : 5,
        stage.quick ? 0 : 1,
      );
      return judge(kept);
    } finally {
      await net.stop();
    }
  },
};

function judge(kept: Record<'ours' | 'floor', readonly Visit[]>) {
  const middle = (who: 'ours' | 'floor', key: 'saved' | 'kept') =>
    median(kept[who].map((visit) => visit[key]));
  const whole = (who: 'ours' | 'floor') =>
    median(kept[who].map(({ saved, kept: all }) => Math.max(saved, all)));
  const common = {
    id: 'P1',
    ours: whole('ours'),
    unit: 'ms',
    correct: [...kept.ours, ...kept.floor].every(({ works }) => works),
  };
  const where = 'CPU 4×, 1.6 Mbit/s, 150 ms';
  const parts = (who: 'ours' | 'floor') =>
    `first thing saved ${rounded(middle(who, 'saved'))}, all kept ${rounded(middle(who, 'kept'))}`;
  return [
    judged({
      ...common,
      what: `first visit → usable without a network, ${where}`,
      against: { 'floor page': whole('floor') },
      most: 1.15,
      note: `ours: ${parts('ours')} ms; floor: ${parts('floor')} ms. The floor does less: no register, no keys, no styles, no fonts, no second language.`,
    }),
    judged({
      ...common,
      what: `first visit → usable without a network, ${where}: what a person feels`,
      most: 5_000,
      of: 'ours',
    }),
  ];
}

interface Site {
  readonly path: string;
  /** From an empty phone to the first thing in the list. */
  first(page: Page): Promise<void>;
  /** One more, on a page that has just been opened again. */
  next(page: Page): Promise<void>;
}

const saveHere = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: name }).waitFor();
};

const addHere = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('radio', { name: 'Places' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Nowhere yet' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await assetRow(page, name).waitFor();
};

async function ours(stage: Stage, net: SlowNet): Promise<Visit> {
  await stage.serveApp();
  return visit(net, {
    path: '/',
    first: async (page) => {
      await startRegister(page);
      await addHere(page, 'First bench');
    },
    next: (page) => addHere(page, 'Second bench'),
  });
}

async function floor(stage: Stage, net: SlowNet): Promise<Visit> {
  await stage.servePages();
  return visit(net, {
    path: '/cold.html',
    first: (page) => saveHere(page, 'First bench'),
    next: (page) => saveHere(page, 'Second bench'),
  });
}

async function visit({ origin }: SlowNet, { path, first, next }: Site): Promise<Visit> {
  const phone = await openPhone();
  try {
    const { page } = phone;
    await phone.slow(4);
    await page.goto(`${origin}${path}`, { waitUntil: 'commit', timeout: 120_000 });
    await page.evaluate(noteWorker);
    await first(page);
    const saved = await page.evaluate(() => performance.now());
    await page.waitForFunction(() => 'workerActiveAt' in globalThis, null, { timeout: 180_000 });
    const kept = await page.evaluate(
      () => (globalThis as unknown as { readonly workerActiveAt: number }).workerActiveAt,
    );
    await phone.context.setOffline(true);
    await page.goto(`${origin}${path}`);
    await page.getByRole('listitem').filter({ hasText: 'First bench' }).waitFor();
    await next(page);
    return { saved, kept, works: true };
  } finally {
    await phone.throwAway();
  }
}

/** Runs in the page. */
const noteWorker = () =>
  void navigator.serviceWorker.ready.then(() =>
    Object.assign(globalThis, { workerActiveAt: performance.now() }),
  );
