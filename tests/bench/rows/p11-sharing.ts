import type { TestPhone } from '../../support/sync-phones.ts';
import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import { ourCircle } from '../hub-circles.ts';
import { opened, sharingPhones, timed } from '../sharing-phones.ts';

type Phones = Awaited<ReturnType<typeof sharingPhones>>;

/**
 * In Node, stores in memory, our hub a process of its own over LevelDB. P11: a phone that has just
 * been let in fetches all and opens it, as lists are made from it; the peer is PouchDB's
 * `replicate` and the same opening. P12: 100 records changed elsewhere come; the peer is PouchDB's
 * own replication, which judges nothing, keeps no receipt and looks for no conflict. P13: nothing
 * has moved.
 */
export const sharing: BenchRow = {
  id: 'P11+P12+P13',
  about: 'first load, a round of changes, and a round of nothing',
  run: async ({ quick }) => {
    const first = await atHub(quick ? 300 : 5_000, (phones, from) =>
      firstLoads(phones, from, quick),
    );
    const deltas: BenchResult[] = [];
    const sizes = quick ? [300] : [10_000, 50_000];
    for (const size of sizes)
      deltas.push(...(await atHub(size, (phones, from) => rounds(phones, from, { size, quick }))));
    return [...first, ...deltas];
  },
};

async function atHub(
  size: number,
  measure: (phones: Phones, from: TestPhone) => Promise<readonly BenchResult[]>,
): Promise<readonly BenchResult[]> {
  const circle = await ourCircle();
  try {
    const phones = await sharingPhones(circle);
    const from = await phones.ours();
    await phones.fill(from, size);
    await from.round();
    return await measure(phones, from);
  } finally {
    await circle.hub.end();
  }
}

async function firstLoads(
  { ours: aPhone, peer }: Phones,
  from: TestPhone,
  quick: boolean,
): Promise<readonly BenchResult[]> {
  const size = await opened(from.store);
  let isWhole = true;
  const check = (count: number) => {
    isWhole &&= count === size;
  };
  const ours = async () => {
    const phone = await aPhone();
    return timed(async () => {
      await phone.round();
      check(await opened(phone.store));
    });
  };
  const bare = async () => {
    const { store, pull } = peer();
    return timed(async () => {
      await pull();
      check(await opened(store));
    });
  };
  const kept = await interleaved({ ours, bare }, quick ? 2 : 5);
  const result = judged({
    id: 'P11',
    what: `first load of ${size} records, opened`,
    ours: median(kept.ours),
    unit: 'ms',
    against: { 'PouchDB replicate + the same opening': median(kept.bare) },
    most: 0.5,
    correct: isWhole && size > 0,
    note: `median of ${kept.ours.length}. Ours ends with a receipt. A kill costs less than a batch of 250: row 16 of the fault table counts it.`,
  });
  return [result];
}

const changed = 100;

async function rounds(
  { ours: aPhone, peer }: Phones,
  from: TestPhone,
  { size, quick }: { readonly size: number; readonly quick: boolean },
): Promise<readonly BenchResult[]> {
  const [mine, bare] = [await aPhone(), peer()];
  await mine.round();
  await bare.pull();
  let turn = 0;
  const change = async () => {
    turn += 1;
    for (let at = 0; at < changed; at += 1)
      await from.say((at * 7 + turn) % size, { summary: `said in turn ${turn}` });
    await from.round();
  };
  const kept = await interleaved(
    {
      ours: async () => {
        await change();
        return timed(() => mine.round());
      },
      bare: () => timed(() => bare.pull()),
    },
    quick ? 2 : 9,
  );
  const isSame = (await mine.read(turn)) === (await from.read(turn));
  const delta = judged({
    id: 'P12',
    what: `${changed} changes among ${size}`,
    ours: median(kept.ours),
    unit: 'ms',
    against: { 'PouchDB’s own replication': median(kept.bare) },
    most: 1.1,
    correct: isSame && (await opened(bare.store)) === size,
    note: `median of ${kept.ours.length}; ours judges each leaf by what is here, looks for conflicts and ends with a receipt`,
  });
  return [delta, await silence(mine, size)];
}

/** What goes over the line when nothing has moved. */
async function silence(phone: TestPhone, size: number): Promise<BenchResult> {
  const counted = { requests: 0, bytes: 0 };
  const line: TestPhone['line'] = {
    ...phone.line,
    ask: async (path, asked) => {
      const told = await phone.line.ask(path, asked);
      counted.requests += 1;
      counted.bytes += JSON.stringify([asked.body, told.ok ? told.value : told.error]).length;
      return told;
    },
  };
  const ms = await timed(() => phone.round({ line }));
  return judged({
    id: 'P13',
    what: `a round in which nothing has moved, ${size} records`,
    ours: counted.bytes,
    unit: 'bytes',
    most: 1_000,
    of: 'ours',
    correct: counted.requests === 1,
    note: `${counted.requests} request, ${Math.round(ms)} ms; one answer speaks of all circles`,
  });
}
