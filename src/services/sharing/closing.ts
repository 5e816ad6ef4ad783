import { type Bytes, concatBytes, fromBase64 } from '#base/bytes.ts';
import { ok, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { ClosingListPart } from '#domain/closing-list/closing-list.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { keepClosed } from '#register/closed-store.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import { lateDocuments, resealAll, resealOwn } from '#register/reseal.ts';
import type { ClosedEpochs } from '#seal/closed-epochs.ts';
import { waitingIn } from '#sync/circle-memory.ts';
import { closes, marksIn } from '#trust/closing-list.ts';
import type { LogState } from '#trust/log.ts';
import type { Rings } from '../register-keys.ts';

export interface ClosingParts {
  readonly catalogue: CatalogueDb;
  readonly circles: CircleStores;
  readonly rings: Rings;
  /** Makes the lists anew: some of what they show is set aside now. */
  readonly relist: () => Promise<void>;
}

const partsMost = 100;
/** Somebody who belongs could write many parts that claim to be of one list. */
const triesMost = 1_000;

type Part = Pick<ClosingListPart, 'part' | 'parts' | 'marks'>;

const bytesOf = ({ marks }: Part): Bytes => fromBase64(marks) ?? new Uint8Array();

/** Every way to make a whole of them: one of each place. */
function* wholes(told: readonly Part[], count: number): Generator<readonly Part[]> {
  const places = Array.from({ length: count }, (_, at) => told.filter(({ part }) => part === at));
  const total = places.reduce((product, { length }) => product * length, 1);
  for (let nth = 0; nth < Math.min(total, triesMost); nth += 1) {
    let rest = nth;
    yield places.flatMap((choices) => {
      const chosen = choices[rest % choices.length];
      rest = Math.floor(rest / choices.length);
      return chosen ? [chosen] : [];
    });
  }
}

/** The list with this hash; undefined while not all of it has come. */
export async function wholeList(told: readonly Part[], hash: string): Promise<Bytes | undefined> {
  const nothing = new Uint8Array();
  if ((await closes(nothing)) === hash) return nothing;
  const counts = new Set(told.map(({ parts }) => parts).filter((count) => count <= partsMost));
  for (const count of counts) {
    const same = told.filter(({ parts }) => parts === count);
    for (const whole of wholes(same, count)) {
      const list = concatBytes(whole.map(bytesOf));
      if ((await closes(list)) === hash) return list;
    }
  }
  return undefined;
}

async function marksOf(
  { catalogue }: ClosingParts,
  hashes: readonly string[],
): Promise<readonly string[] | undefined> {
  const rows = await catalogue.papers.where('type').equals('closing-list').toArray();
  const told = rows.flatMap(({ paper }) => (paper.type === 'closing-list' ? [paper] : []));
  const marks: string[] = [];
  for (const hash of hashes) {
    const list = await wholeList(
      told.filter((part) => part.closes === hash),
      hash,
    );
    if (!list) return undefined;
    // One by one: a spread of a hundred thousand is more than a call takes.
    for (const mark of marksIn(list)) marks.push(mark);
  }
  return marks;
}

/** What is closed by all that the log says; undefined where that is known, or can't be told yet. */
async function newlyClosed(
  parts: ClosingParts,
  state: LogState,
  circle: Circle,
): Promise<ClosedEpochs | undefined> {
  const { all, current } = state.epochs[circle];
  const known = parts.rings[circle]?.ring.closed;
  const before = current?.act.epoch;
  if (before === undefined || before <= (known?.before ?? 0)) return undefined;
  const newer = all.filter(({ act }) => act.epoch > (known?.before ?? 0));
  const hashes = newer.flatMap(({ act }) => (act.closes === undefined ? [] : [act.closes]));
  const marks = await marksOf(parts, hashes);
  return marks && { before, marks: new Set([...(known?.marks ?? []), ...marks]) };
}

/**
 * A phone that knew an older epoch trusts what it held before it heard of the new one, and says it
 * again. One that came later held nothing: what stands on no list it never takes up.
 */
async function closeOne(
  parts: ClosingParts,
  closed: ClosedEpochs,
  [circle, store]: readonly [Circle, CircleStore],
): Promise<Result<null, WriteFailure>> {
  const wasHere = store.ring.closed !== undefined;
  const resealed = wasHere ? await resealAll(store, closed) : ok(0);
  if (!resealed.ok) return resealed;
  await keepClosed(store, closed);
  parts.rings[circle]?.close(closed);
  const mayHoldLate = !wasHere && closed.before > 1;
  if (mayHoldLate && (await lateDocuments(store)).size > 0) await parts.relist();
  return ok(null);
}

/**
 * Closes the epochs that the log says are over: from then on what was sealed with their keys counts
 * only if it stands on their list. While a list has not come whole, nothing is closed by it.
 * `keysCame`: this tab has just heard of a key. Only then what waits to be shared may be what it
 * wrote itself under an older one; at any other time a book may have brought it.
 */
export async function closeEpochs(
  parts: ClosingParts,
  state: LogState,
  keysCame: boolean,
): Promise<Result<null, WriteFailure>> {
  for (const held of heldCircles(parts.circles)) {
    const [circle, store] = held;
    const waiting = [...(await waitingIn(store))];
    const closed = await newlyClosed(parts, state, circle);
    const done = closed ? await closeOne(parts, closed, held) : ok(null);
    if (!done.ok) return done;
    const own = keysCame ? await resealOwn(store, waiting) : ok(0);
    if (!own.ok) return own;
  }
  return ok(null);
}
