import { assetSpot } from '../assets.ts';
import type { BenchPhone } from '../bench-phone.ts';
import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import { lonelyAsset } from '../lonely.ts';
import { untilMapRests } from '../map-frames.ts';
import type { AppMapJobs } from '../pages/app-map.tsx';
import type { ClusteredJobs } from '../pages/clustered.ts';
import type { Stage } from '../stage.ts';

type Move = (to: { readonly lon: number; readonly lat: number }) => Promise<number>;

interface Player {
  readonly phone: BenchPhone;
  readonly move: Move;
}

const names = ['ours', 'updateData', 'setData'] as const;
type Name = (typeof names)[number];

const zoom = 19;
/** px by which the mark moves, and where it is looked for: where it was and where it goes. */
const step = 48;
const spots = [
  { x: 0, y: 0 },
  { x: step, y: 0 },
];
const stepDegrees = (step * 360) / (512 * 2 ** zoom);

/**
 * Timed: one of 50,000 places is moved by 48 px; from asking for it to the end of the frame in which
 * its mark has left the one spot and stands on the other, read from the canvas. Ours is the whole
 * app on its map screen and begins with `book.change`: checked, sealed, in PouchDB, followed into
 * the catalogue, found by search, drawn. The peers begin where that ends: MapLibre alone with the
 * same points in the same clustered source is told of one moved point.
 */
export const editOne: BenchRow = {
  id: 'P9',
  about: 'move one of 50,000 places → its mark has moved',
  run: async (stage) => {
    const size = stage.quick ? 300 : 50_000;
    const index = lonelyAsset(size);
    const players = await openAll(stage, { size, index });
    try {
      const results: BenchResult[] = [];
      for (const rate of [1, 4])
        results.push(...(await measure(stage, players, { size, index, rate })));
      return results;
    } finally {
      for (const { phone } of Object.values(players)) await phone.throwAway();
    }
  },
};

interface Which {
  readonly size: number;
  readonly index: number;
}

async function openAll(stage: Stage, which: Which): Promise<Record<Name, Player>> {
  const { size, index } = which;
  const from = await stage.seeded(size);
  await stage.servePages();
  const app = await stage.openPage<AppMapJobs>('app-map', { from });
  await app.jobs.open({ index, zoom, spots });
  const canvas = app.phone.page.getByRole('region', { name: 'Map' }).locator('canvas');
  await canvas.waitFor();
  await app.phone.page
    .getByRole('heading', { level: 2, name: /^\d+ in view/ })
    .waitFor({ timeout: 120_000 });
  await untilMapRests(app.phone.page, 2_000);
  const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
  const bare = async (by: 'updateData' | 'setData'): Promise<Player> => {
    const { phone, jobs } = await stage.openPage<ClusteredJobs>('clustered');
    const at = { ...assetSpot(index), zoom };
    await jobs.draw({ size, box: { width, height }, look: 'pictures', at, spots });
    await untilMapRests(phone.page);
    return { phone, move: (to) => jobs.move({ index, to, by }) };
  };
  return {
    ours: { phone: app.phone, move: (to) => app.jobs.move({ index, to }) },
    updateData: await bare('updateData'),
    setData: await bare('setData'),
  };
}

interface How extends Which {
  readonly rate: number;
}

async function measure(stage: Stage, players: Record<Name, Player>, { size, index, rate }: How) {
  for (const { phone } of Object.values(players)) await phone.slow(rate);
  const contestants = Object.fromEntries(
    names.map((name) => [name, () => thereAndBack(players[name], index)]),
  ) as Record<Name, () => Promise<readonly number[]>>;
  const kept = await interleaved(contestants, stage.quick ? 2 : 5);
  for (const { phone } of Object.values(players)) await phone.slow(1);
  return judge(kept, `${size} places, CPU ${rate}×`, rate);
}

/** Two moves, so that every round begins as the first did. */
async function thereAndBack({ phone, move }: Player, index: number): Promise<readonly number[]> {
  const home = assetSpot(index);
  const times: number[] = [];
  for (const to of [{ ...home, lon: home.lon + stepDegrees }, home]) {
    times.push(await move(to));
    await untilMapRests(phone.page);
  }
  return times;
}

function judge(kept: Record<Name, readonly (readonly number[])[]>, where: string, rate: number) {
  const middle = (name: Name) => median(kept[name].flat());
  const common = { id: 'P9', unit: 'ms', ours: middle('ours') } as const;
  const correct = Object.values(kept).every((rounds) => rounds.flat().every((ms) => ms > 0));
  const result = judged({
    ...common,
    what: `one place moved → its mark has moved, ${where}`,
    against: {
      'updateData, clustered': middle('updateData'),
      'setData, clustered': middle('setData'),
    },
    most: 1.2,
    correct,
    note: 'The peers do less: nothing is saved, checked, sealed or found; they are handed the point. WebGL is drawn by the processor here.',
  });
  const felt = judged({
    ...common,
    what: `one place moved → its mark has moved, ${where}: what a person feels`,
    most: 100,
    of: 'ours',
    binding: false,
    correct,
  });
  return rate === 4 ? [result, felt] : [result];
}
