import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { tryRoom } from '#platform/try-room.ts';
import type { Arriving } from './book.ts';

/**
 * What one letter of a thing takes until the browser tidies up: sealed, as a row, and both written
 * to a journal first. Measured with 354 things in Chromium: 5.3 MB.
 */
const bytesALetter = 16;
const leastBytesEach = 8_000;

const bytesFor = (item: Arriving): number =>
  Math.max(leastBytesEach, bytesALetter * JSON.stringify(item).length);

/**
 * Whether all of it will fit. A phone that fills up half-way has no room to take back either, so
 * it is asked before the first thing is written.
 */
export async function roomFor(
  items: readonly Arriving[],
): Promise<Result<null, Failure<'disk-full'>>> {
  const needed = items.reduce((sum, item) => sum + bytesFor(item), 0);
  return (await tryRoom(needed)) ? ok(null) : fail('disk-full');
}
