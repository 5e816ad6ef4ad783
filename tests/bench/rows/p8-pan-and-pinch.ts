import { type BenchPhone, openPhone } from '../bench-phone.ts';
import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median, p95, rounded } from '../figures.ts';
import { fingersOn, type Pixel } from '../fingers.ts';
import { watchFrames } from '../frame-watch.ts';
import { mainThreadMs } from '../main-thread.ts';
import { frameTimes, untilMapRests } from '../map-frames.ts';
import type { ClusteredJobs } from '../pages/clustered.ts';
import type { Stage } from '../stage.ts';

interface Player {
  readonly phone: BenchPhone;
  readonly middle: Pixel;
  /** How many things the side itself says are in view. */
  readonly inView: () => Promise<number>;
}

interface Round {
  readonly msAFrame: number;
  readonly frames: number;
  readonly gapP95: number;
  /** When nearest. */
  readonly inView: number;
}

const names = ['ours', 'circles', 'pictures'] as const;
type Name = (typeof names)[number];

/**
 * Timed: what the page's main thread works (tracing's TaskDuration) for each frame it draws, while
 * two fingers pan and pinch over 50,000 places, from all in view to single marks and back. Ours is
 * the built app's map screen: what it does after each move, asking for the list in view and drawing
 * it, is in the figure. The peers are MapLibre alone over the same points in a clustered source with
 * the same settings, in a box of the same size: with the circles of MapLibre's own example, and with
 * our style and pictures.
 */
export const panAndPinch: BenchRow = {
  id: 'P8',
  about: 'pan and pinch over 50,000 places',
  run: async (stage) => {
    const size = stage.quick ? 300 : 50_000;
    const ours = await openOurs(stage, size);
    const box = await canvasBox(ours);
    await stage.servePages();
    const players: Record<Name, Player> = {
      ours,
      circles: await openPeer(stage, { size, box, look: 'circles' }),
      pictures: await openPeer(stage, { size, box, look: 'pictures' }),
    };
    try {
      const results: BenchResult[] = [];
      for (const rate of [1, 4]) results.push(...(await measure(stage, players, { rate, size })));
      return results;
    } finally {
      for (const { phone } of Object.values(players)) await phone.throwAway();
    }
  },
};

async function openOurs(stage: Stage, size: number): Promise<Player> {
  const from = await stage.seeded(size);
  await stage.serveApp();
  const phone = await openPhone({ from, serviceWorkers: 'block' });
  const { page } = phone;
  await page.addInitScript(watchFrames);
  await page.goto(`${stage.served.origin}/map`);
  const heading = page.getByRole('heading', { level: 2, name: /in view/ });
  await heading.filter({ hasText: String(size) }).waitFor({ timeout: 120_000 });
  await untilMapRests(page, 2_000);
  const canvas = await page.getByRole('region', { name: 'Map' }).locator('canvas').boundingBox();
  if (!canvas) throw new Error('the map has no canvas');
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  // "Nothing in view yet" begins with no number.
  const inView = async () => Number.parseInt((await heading.textContent()) ?? '', 10) || 0;
  return { phone, middle, inView };
}

interface Box {
  readonly width: number;
  readonly height: number;
}

async function canvasBox({ phone }: Player): Promise<Box> {
  const canvas = phone.page.getByRole('region', { name: 'Map' }).locator('canvas');
  const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
  return { width, height };
}

interface Peer {
  readonly size: number;
  readonly box: Box;
  readonly look: 'circles' | 'pictures';
}

async function openPeer(stage: Stage, peer: Peer): Promise<Player> {
  const { phone, jobs } = await stage.openPage<ClusteredJobs>('clustered');
  await jobs.draw(peer);
  await untilMapRests(phone.page);
  const { width, height } = peer.box;
  return { phone, middle: { x: width / 2, y: height / 2 }, inView: () => jobs.inView(null) };
}

interface How {
  readonly rate: number;
  readonly size: number;
}

async function measure(stage: Stage, players: Record<Name, Player>, { rate, size }: How) {
  for (const { phone } of Object.values(players)) await phone.slow(rate);
  const contestants = Object.fromEntries(
    names.map((name) => [name, () => round(players[name], stage.quick ? 4 : 10)]),
  ) as Record<Name, () => Promise<Round>>;
  const kept = await interleaved(contestants, stage.quick ? 1 : 5);
  for (const { phone } of Object.values(players)) await phone.slow(1);
  return judge(kept, `${size} places, CPU ${rate}×`);
}

/** Nearer in three pinches with a stroke or two between them, then out again. */
async function round(player: Player, steps: number): Promise<Round> {
  const { phone, middle, inView } = player;
  const { pan, pinch } = fingersOn(phone.debug, steps);
  const left = { x: -90, y: 40 };
  const right = { x: 90, y: -40 };
  const drawn = (await frameTimes(phone.page)).length;
  const before = await mainThreadMs(phone);
  await pan(middle, left);
  await pinch(middle, 50, 200);
  await pan(middle, right);
  await pinch(middle, 50, 200);
  await pan(middle, left);
  await pinch(middle, 80, 160);
  await pan(middle, right);
  await pan(middle, left);
  await untilMapRests(phone.page);
  const nearest = await inView();
  await pan(middle, right);
  await pinch(middle, 160, 80);
  await pan(middle, right);
  await pinch(middle, 200, 50);
  await pan(middle, left);
  await pinch(middle, 200, 50);
  await pan(middle, right);
  await untilMapRests(phone.page);
  const busy = (await mainThreadMs(phone)) - before;
  const times = (await frameTimes(phone.page)).slice(drawn);
  return {
    msAFrame: busy / times.length,
    frames: times.length,
    gapP95: p95(gapsIn(times, strokes)),
    inView: nearest,
  };
}

/** Between two of which the fingers rest. */
const strokes = 15;

/** ms between frames, without the pauses between the strokes. */
const gapsIn = (times: readonly number[], pauses: number): readonly number[] =>
  times
    .slice(1)
    .map((time, index) => time - (times[index] ?? time))
    .toSorted((a, b) => b - a)
    .slice(pauses);

/** A finger lifted a frame later ends elsewhere, and the next round begins there: by rounds. */
const apartMost = 0.05;

const sawAlike = (kept: Record<Name, readonly Round[]>): boolean =>
  kept.ours.every((_, round) => {
    const counts = names.map((name) => kept[name][round]?.inView ?? 0);
    return Math.max(...counts) - Math.min(...counts) <= Math.max(...counts) * apartMost;
  });

function judge(kept: Record<Name, readonly Round[]>, where: string): readonly BenchResult[] {
  const middle = (name: Name, key: keyof Round) => median(kept[name].map((one) => one[key]));
  const told = (key: keyof Round) =>
    names.map((name) => `${name} ${rounded(middle(name, key))}`).join(', ');
  const seen = names.map((name) => `${name} ${kept[name].map((one) => one.inView).join(' ')}`);
  const drawn = Object.values(kept).flatMap((rounds) => rounds.map(({ frames }) => frames));
  return [
    judged({
      id: 'P8',
      what: `main thread for each frame, ${where}`,
      ours: middle('ours', 'msAFrame'),
      unit: 'ms',
      against: {
        'clustered source, circles': middle('circles', 'msAFrame'),
        'clustered source, our pictures': middle('pictures', 'msAFrame'),
      },
      most: 1.3,
      correct: sawAlike(kept) && Math.min(...drawn) > 0,
      note: `Places in view when nearest: ${seen.join(', ')}. Frames in a round: ${told('frames')}; p95 of the time between two: ${told('gapP95')} ms. WebGL is drawn by the processor here. The first peer does less: circles for pictures, no names, no list.`,
    }),
  ];
}
