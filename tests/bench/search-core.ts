import { createFinder } from '#search/finder.ts';
import type { ThingRow } from '#search/query.ts';
import { neighbourhood, neighbourhoodCentre } from '../support/neighbourhood.ts';
import { neighbourhoodTypeWords as typeWords } from '../support/neighbourhood-words.ts';
import { createPeer } from './search-peer.ts';
import { type LabelledQuery, mixedQueries } from './search-queries.ts';

const pageLength = 20;
const queryCount = 300;

/** One contestant: loads all rows, then finds. Runs in a page; two of them are behind a worker. */
interface Contestant {
  load(rows: readonly ThingRow[]): Promise<void>;
  find(text: string): Promise<readonly string[]>;
  end(): void;
}

/** Milliseconds for P6; `hits`: queries that found anything; `mrr`: mean of 1 / place of the meant. */
export interface SearchFigures {
  readonly p50: number;
  readonly p95: number;
  readonly hits: number;
  readonly mrr: number;
  /** P7: from nothing to the first answer, the start of a worker included. */
  readonly ready: number;
  /** Longest time for which the page could do nothing else while loading and finding. */
  readonly longestBlock: number;
}

const ours = (): Contestant => {
  const spawn = () =>
    new Worker(new URL('../../src/services/finder-worker.ts', import.meta.url), { type: 'module' });
  const finder = createFinder(spawn, { typeWords: async () => typeWords });
  return {
    load: (rows) => finder.load(rows),
    find: async (text) =>
      (await finder.find({ text, near: neighbourhoodCentre, limit: pageLength })).ids,
    end: finder.close,
  };
};

const bareInPage = (): Contestant => {
  const peer = createPeer();
  return {
    load: async (rows) => peer.load(rows),
    find: async (text) => peer.find(text, pageLength),
    end: () => {},
  };
};

const bareInWorker = (): Contestant => {
  const worker = new Worker(new URL('./search-peer-worker.ts', import.meta.url), {
    type: 'module',
  });
  const ask = <T>(message: unknown) =>
    new Promise<T>((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
      worker.postMessage(message);
    });
  return {
    load: (rows) => ask({ rows }),
    find: (text) => ask({ text, limit: pageLength }),
    end: () => worker.terminate(),
  };
};

const contestants = { ours, bareInPage, bareInWorker };
export type SearchContestant = keyof typeof contestants;

/** Rows P6 and P7 for one contestant at one size, over the same rows and queries for all. */
export async function measureSearch(name: SearchContestant, size: number): Promise<SearchFigures> {
  const rows = neighbourhood(size, 7);
  const queries = mixedQueries(rows, queryCount, 3);
  const blocks = watchBlocks();
  const contestant = contestants[name]();
  try {
    const started = performance.now();
    await contestant.load(rows);
    await contestant.find('warm up');
    const ready = performance.now() - started;
    const answers = [];
    for (const query of queries) {
      answers.push(await timed(contestant, query));
      // Between two keystrokes a page is free.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return { ready, ...summed(answers), longestBlock: await blocks.longest() };
  } finally {
    contestant.end();
  }
}

interface Answered {
  readonly ms: number;
  readonly place: number;
  readonly found: boolean;
}

async function timed(contestant: Contestant, query: LabelledQuery): Promise<Answered> {
  const started = performance.now();
  const ids = await contestant.find(query.text);
  const ms = performance.now() - started;
  return { ms, place: ids.indexOf(query.meant) + 1, found: ids.length > 0 };
}

function summed(answers: readonly Answered[]) {
  const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * times.length)] ?? 0;
  const ranks = answers.map(({ place }) => (place === 0 ? 0 : 1 / place));
  return {
    p50: at(0.5),
    p95: at(0.95),
    hits: answers.filter(({ found }) => found).length,
    mrr: ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length,
  };
}

/** A message to itself as often as the page lets it: the longest gap is the longest block. */
function watchBlocks() {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let isOver = false;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOver) port1.close();
    else setTimeout(() => port2.postMessage(null), 1);
  };
  port2.postMessage(null);
  return {
    longest: (): Promise<number> => {
      isOver = true;
      return new Promise((resolve) => setTimeout(() => resolve(longest), 20));
    },
  };
}
