import type { Arrived } from '#services/book.ts';
import type { CheckedFile } from './checked-file.ts';
import type { Reviewed } from './import-session.ts';
import { isPlainKey } from './plain-key.ts';

/** What becomes of each entry of a file: all of them are in one of these. */
export interface FileTally {
  readonly all: number;
  /** New, and ticked. */
  readonly chosen: number;
  /** In the book already. */
  readonly held: number;
  /** Offered, and left as it is. */
  readonly off: number;
  /** Never brought in: shelters, what is private, what cannot be read. */
  readonly refused: number;
  /** Nothing here says what it is. */
  readonly noType: number;
}

const sum = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((all, count) => all + (count ?? 0), 0);

function leftOutIn({ leftOut }: CheckedFile) {
  const { other = 0, ...refused } = leftOut;
  return { other, refused: sum(Object.values(refused)) };
}

/** What stays out though its group is ticked: it looks like another, or a neighbour took it out. */
export const doubtfulIds = ({ lookAlikes, beside, anyway }: Reviewed): ReadonlySet<string> =>
  new Set([...lookAlikes, ...beside.takenOut].map(({ id }) => id).filter((id) => !anyway.has(id)));

/** The same once it has happened, by what really came in. */
export function tallyAfter(tally: FileTally, { added, refused }: Came): FileTally {
  const stayedOut = tally.refused + refused;
  const { all, held, noType } = tally;
  return {
    ...tally,
    chosen: added,
    refused: stayedOut,
    off: all - added - held - noType - stayedOut,
  };
}

type Came = Readonly<Pick<Arrived, 'added' | 'refused'>>;

/** How many things the ticks stand for, and what becomes of the others. */
export function tallyOf(review: Reviewed): FileTally {
  const { file, held, ticked } = review;
  const doubtful = doubtfulIds(review);
  const count = (isCounted: (id: string, key: string) => boolean): number =>
    sum(file.groups.map(({ key, ids }) => ids.filter((id) => isCounted(id, key)).length));
  const isChosen = (id: string, key: string) =>
    ticked.includes(key) && !held.has(id) && !doubtful.has(id);
  const chosen = count(isChosen);
  const standing = count((id) => held.has(id));
  const untyped = count((id, key) => isPlainKey(key) && !held.has(id) && !isChosen(id, key));
  const offered = count(() => true);
  const { other, refused } = leftOutIn(file);
  return {
    all: offered + other + refused,
    chosen,
    held: standing,
    off: offered - chosen - standing - untyped,
    refused,
    noType: other + untyped,
  };
}
