import type { FinderLine } from './finder-line.ts';
import { type Ask, inBatches, rowsInBatch } from './protocol.ts';
import type { ThingRow } from './query.ts';

/** One change after the other, at most two batches of it on their way to the worker. */
export function createChanges(line: FinderLine) {
  let last: Promise<void> = Promise.resolve();
  const send = async (ask: Ask) => {
    const { type } = await line.send(ask);
    // Half a change is worse than none: what the worker holds can't be trusted any more.
    if (type === 'failed') line.restart();
  };
  const sendAll = async (asks: Iterable<Ask>) => {
    let before: Promise<void> = Promise.resolve();
    for (const ask of asks) {
      const sent = send(ask);
      await before;
      before = sent;
    }
    await before;
  };
  return (asks: Iterable<Ask>): Promise<void> => {
    last = last.then(() => sendAll(asks));
    return last;
  };
}

export function* rowBatches(type: 'load' | 'upsert', rows: readonly ThingRow[]): Generator<Ask> {
  for (const batch of inBatches(rows, rowsInBatch)) yield { type, rows: batch.map(withoutPicture) };
}

/** Thumbnails weigh more than all the words, and nobody searches them. */
const withoutPicture = ({ thumb: _, ...row }: ThingRow): ThingRow => row;
