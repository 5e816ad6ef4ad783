import { type Failure, ok, type Result } from '#base/result.ts';
import { createChanges, rowBatches } from './finder-changes.ts';
import { type FinderWorker, type LineAnswer, openFinderLine } from './finder-line.ts';
import { createLesson } from './lesson.ts';
import type { Ask, MapQuery, Request } from './protocol.ts';
import type { Away, FindQuery, Found, MapPoint, Point, ThingRow } from './query.ts';
import type { TypeWords } from './type-slots.ts';

/**
 * `search-dropped`: a newer question in the same lane overtook it. `search-failed`: a bug,
 * its `reason` for the log and never for a screen.
 * `search-stopped`: the worker can't be kept alive, or the finder was closed.
 */
export type FindFailure = Failure<'search-dropped' | 'search-failed' | 'search-stopped'>;

export interface Finder {
  /** Rows read from the catalogue, batch by batch; resolves when they can be found. */
  load(rows: readonly ThingRow[]): Promise<void>;
  upsert(rows: readonly ThingRow[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
  /** Distances go by these paths of a map pack; without any they are straight lines. */
  learnGround(paths: Blob | undefined): Promise<void>;
  /** When everything handed in so far can be found. */
  ready(): Promise<void>;
  /** For search as you type: of questions in one lane only the newest is surely answered. */
  ask(query: FindQuery, lane?: string): Promise<Result<Found, FindFailure>>;
  /** Always answers; rejects only where `ask` would tell of a bug or of a stopped worker. */
  find(query: FindQuery): Promise<Found>;
  mapPoints(query: MapQuery): Promise<readonly MapPoint[]>;
  /** Undefined only for what is no place. */
  away(from: Point, to: Point): Promise<Away | undefined>;
  /** Called after a change can be found; returns the way to stop listening. */
  onChange(listener: ChangeListener): () => void;
  /** Called when the worker died and a new one knows nothing: load everything again. */
  onLost(reload: () => Promise<void> | void): () => void;
  close(): void;
}

/** The ids that may be found otherwise now; without them all may be. */
export type ChangeListener = (ids?: readonly string[]) => void;

export interface FinderOptions {
  /** Fetched once. Without them names and words are still found. */
  readonly typeWords: () => Promise<TypeWords>;
  /** Fetched when words are first searched for: the start does not wait for them. */
  readonly giftWords?: () => Promise<TypeWords>;
}

/** The page's side of the finder. Keeps no rows; batches are small enough to leave frames alone. */
export function createFinder(
  spawn: () => FinderWorker,
  { typeWords, giftWords = async () => ({}) }: FinderOptions,
): Finder {
  const changed = createListeners<void, readonly string[]>();
  const lost = createListeners<Promise<void> | void, never>();
  let refilled: Promise<unknown> = Promise.resolve();
  const start = typeWords()
    .catch(() => ({}))
    .then((words): Request => ({ type: 'start', typeWords: words }));
  // Not told as a change of rows is: a load that is under way is still told when it is ready.
  const gifts = createLesson(giftWords, async (learnt) => {
    await change([{ type: 'learnGifts', giftWords: learnt }]);
    changed.call();
  });
  const line = openFinderLine(spawn, start, () => {
    gifts.forget();
    refilled = Promise.allSettled(lost.call());
  });
  const change = createChanges(line);
  let isUntold = false;

  const tell = (ids?: readonly string[]) => {
    if (!ids) isUntold = false;
    changed.call(ids);
  };
  const changeAndTell = (asks: Iterable<Ask>, ids?: readonly string[]) =>
    change(asks).then(() => tell(ids));

  const whenFilled = async () => {
    let seen: unknown;
    while (seen !== refilled) {
      seen = refilled;
      await seen;
    }
  };

  /** A worker that dies takes no question with it: the next one is asked once it knows as much. */
  const query = async (ask: Ask): Promise<LineAnswer> => {
    if ('query' in ask && ask.query.text) gifts.give();
    await whenFilled();
    const answer = await line.send(ask);
    return answer.type === 'lost' ? query(ask) : answer;
  };

  const ask: Finder['ask'] = async (asked, lane) => {
    const answer = await query({
      type: 'find',
      query: asked,
      ...(lane === undefined ? {} : { lane }),
    });
    return answer.type === 'found' ? ok(answer.found) : { ok: false, error: failureOf(answer) };
  };

  return {
    load: (rows) => {
      isUntold = true;
      return change(rowBatches('load', rows));
    },
    upsert: (rows) =>
      changeAndTell(
        rowBatches('upsert', rows),
        rows.map(({ id }) => id),
      ),
    remove: (ids) => changeAndTell([{ type: 'remove', ids }], ids),
    clear: () => changeAndTell([{ type: 'clear' }]),
    learnGround: (paths) => changeAndTell([{ type: 'learnGround', ...(paths && { paths }) }]),
    ready: async () => {
      await change([{ type: 'fence' }]);
      if (isUntold) tell();
    },
    ask,
    ...questions(query, ask),
    onChange: changed.add,
    onLost: lost.add,
    close: line.close,
  };
}

/** Questions that always have an answer: what goes wrong is a bug, or a finder that was closed. */
function questions(
  query: (ask: Ask) => Promise<LineAnswer>,
  ask: Finder['ask'],
): Pick<Finder, 'find' | 'mapPoints' | 'away'> {
  return {
    find: async (asked) => {
      const answer = await ask(asked);
      if (!answer.ok) throw asError(answer.error);
      return answer.value;
    },
    mapPoints: async (asked) => {
      const answer = await query({ type: 'mapPoints', query: asked });
      if (answer.type !== 'points') throw asError(failureOf(answer));
      return answer.points;
    },
    away: async (from, to) => {
      const answer = await query({ type: 'away', from, to });
      if (answer.type !== 'away') throw asError(failureOf(answer));
      return answer.away;
    },
  };
}

const failureOf = (answer: LineAnswer): FindFailure => {
  if (answer.type === 'dropped') return { kind: 'search-dropped' };
  if (answer.type !== 'failed') return { kind: 'search-stopped' };
  return { kind: 'search-failed', detail: { reason: answer.reason } };
};

const asError = ({ kind, detail }: FindFailure): Error =>
  new Error([kind, detail?.['reason']].filter(Boolean).join(': '));

function createListeners<T, Told>() {
  const all = new Set<(told?: Told) => T>();
  return {
    add: (listener: (told?: Told) => T) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    call: (told?: Told): T[] => [...all].map((listener) => listener(told)),
  };
}
