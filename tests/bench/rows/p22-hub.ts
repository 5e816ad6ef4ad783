import { type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import { ourCircle, peerCircle } from '../hub-circles.ts';
import { type Circle, contentOf, type Played, playRound, roundOf } from '../hub-visits.ts';

const peerName = 'express-pouchdb';
const sureName = 'the same, waiting for the disk';

/**
 * Timed: 8 phones at once, each with one visit after the other: the eight requests with which a
 * PouchDB brings 20 sealed documents of 1.2 KB and fetches what is new. All hubs are processes of
 * their own over PouchDB 9 and leveldown 6, and are brought the same. The third is the peer made to
 * wait for the disk at each write, as a hub must before it says that something is kept. The rate counts all requests,
 * from the first to the last answer.
 */
export const hub: BenchRow = {
  id: 'P22',
  about: 'requests a second of the hub',
  run: async ({ quick }) => {
    const circles = {
      ours: await ourCircle(),
      peer: await peerCircle(),
      sure: await peerCircle('sure'),
    };
    const { ours, peer, sure } = circles;
    try {
      const kept = await play(
        circles,
        quick ? { rounds: 2, visits: 2 } : { rounds: 9, visits: 10 },
      );
      const memory = { ours: await ours.hub.peak(), peer: await peer.hub.peak() };
      return results(kept, memory);
    } finally {
      await ours.hub.end();
      await peer.hub.end();
      await sure.hub.end();
    }
  },
};

type Side = 'ours' | 'peer' | 'sure';
interface Kept extends Record<Side, readonly Played[]> {
  readonly isSame: boolean;
}

async function play(
  { ours, peer, sure }: Record<Side, Circle>,
  { rounds, visits }: { rounds: number; visits: number },
): Promise<Kept> {
  const all = Array.from({ length: rounds + 1 }, (_, number) => roundOf(number, visits));
  /** The next round of all, each time it is asked. */
  const inTurn = (circle: Circle) => {
    const left = all.values();
    return () => playRound(circle, left.next().value ?? roundOf(0, 0));
  };
  const sides = { ours: inTurn(ours), peer: inTurn(peer), sure: inTurn(sure) };
  const played = await interleaved(sides, rounds);
  const [mine = [], ...theirs] = await Promise.all([ours, peer, sure].map(contentOf));
  const brought = all.flatMap(({ documents }) => documents.flat(2)).length;
  const isSame = mine.length === brought && theirs.every((one) => one.join() === mine.join());
  return { ...played, isSame };
}

function results(
  { ours, peer, sure, isSame }: Kept,
  memory: { readonly ours: number; readonly peer: number },
) {
  const correct = isSame && [...ours, ...peer, ...sure].every(({ right }) => right);
  const rate = (rounds: readonly Played[]) => median(rounds.map((round) => round.rate));
  const common = { id: 'P22', correct } as const;
  return [
    judged({
      ...common,
      what: 'requests of 8 phones that share',
      ours: rate(ours),
      unit: 'requests/s',
      against: { [peerName]: rate(peer), [sureName]: rate(sure) },
      least: 1.5,
      note: `median of ${ours.length} rounds in turn. The peer does less: it writes without waiting for the disk, looks at no token, counts no limits, checks no document and keeps no receipts.`,
    }),
    judged({
      ...common,
      what: 'most memory of the hub’s process',
      ours: memory.ours,
      unit: 'MB',
      against: { [peerName]: memory.peer },
      most: 200,
      of: 'ours',
      note: 'RSS: about 120 MB are there before the first request, and parts of LevelDB’s files that are mapped count, too.',
    }),
  ];
}
