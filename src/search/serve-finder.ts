import type { Ground } from './distances.ts';
import { createFinderCore, type FinderCore } from './index-core.ts';
import {
  type Answer,
  type Ask,
  inBatches,
  pointsInPart,
  type Reply,
  type Request,
} from './protocol.ts';
import type { MapPoint } from './query.ts';
import type { OccursAt } from './when-filter.ts';

export interface FinderPort {
  postMessage(reply: Reply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

interface Lent {
  /** Fetched when the first query with `when` comes. */
  readonly loadOccursAt: () => Promise<OccursAt>;
  /** Fetched when paths come; undefined where they can't be read. */
  readonly loadGround: (paths: Blob) => Promise<Ground | undefined>;
  /** Runs the work after the messages that wait already. */
  readonly later: (work: () => void) => void;
}

type Query = Extract<Ask, { query: unknown }>;
type Change = Exclude<Ask, Query | { type: 'away' }>;

/** The worker's side: keeps the rows and answers until the worker ends. */
export function serveFinder(port: FinderPort, { loadOccursAt, loadGround, later }: Lent): void {
  let core: FinderCore = createFinderCore({ typeWords: {} });
  let learning: Promise<void> | undefined;
  const newest = new Map<string, number>();

  const say = (ticket: number, answer: Answer) => port.postMessage({ ticket, answer });
  const sayFailed = (ticket: number, error: unknown) =>
    say(ticket, { type: 'failed', reason: String(error) });
  const attempt = (ticket: number, work: () => void) => {
    try {
      work();
    } catch (error) {
      sayFailed(ticket, error);
    }
  };

  const answer = (ticket: number, ask: Query) => {
    if (ask.type === 'find') say(ticket, { type: 'found', found: core.find(ask.query) });
    else for (const part of partsOf(core.mapPoints(ask.query))) say(ticket, part);
  };

  const learnWhen = () => {
    learning ??= loadOccursAt().then(
      (occursAt) => core.learnWhen(occursAt),
      (error: unknown) => {
        learning = undefined;
        throw error;
      },
    );
    return learning;
  };

  const answerQuery = (ticket: number, ask: Query) => {
    if (!ask.query.when) return attempt(ticket, () => answer(ticket, ask));
    learnWhen().then(
      () => attempt(ticket, () => answer(ticket, ask)),
      (error: unknown) => sayFailed(ticket, error),
    );
  };

  const answerNewest = (ticket: number, ask: Query, lane: string) => {
    newest.set(lane, ticket);
    later(() => {
      if (newest.get(lane) === ticket) answerQuery(ticket, ask);
      else say(ticket, { type: 'dropped' });
    });
  };

  const learnGround = async (ticket: number, paths: Blob | undefined): Promise<void> => {
    try {
      core.learnGround(paths && (await loadGround(paths)));
      say(ticket, { type: 'done' });
    } catch (error) {
      sayFailed(ticket, error);
    }
  };

  const change = (ask: Change) => {
    if (ask.type === 'load') core.load(ask.rows);
    else if (ask.type === 'upsert') core.upsert(ask.rows);
    else if (ask.type === 'remove') core.remove(ask.ids);
    else if (ask.type === 'clear') core.clear();
    else if (ask.type === 'learnGifts') core.learnGifts(ask.giftWords);
  };

  port.addEventListener('message', ({ data }) => {
    if (data.type === 'start') {
      core = createFinderCore({ typeWords: data.typeWords });
      learning = undefined;
      return;
    }
    const { ticket, ask } = data;
    if (ask.type === 'find' && ask.lane !== undefined) answerNewest(ticket, ask, ask.lane);
    else if ('query' in ask) answerQuery(ticket, ask);
    else if (ask.type === 'learnGround') void learnGround(ticket, ask.paths);
    else if (ask.type === 'away')
      attempt(ticket, () => say(ticket, { type: 'away', away: core.away(ask.from, ask.to) }));
    else
      attempt(ticket, () => {
        change(ask);
        say(ticket, { type: 'done' });
      });
  });
}

function* partsOf(points: readonly MapPoint[]): Generator<Answer> {
  let left = points.length;
  for (const part of inBatches(points, pointsInPart)) {
    left -= part.length;
    yield { type: 'points', points: part, isLast: left === 0 };
  }
  if (points.length === 0) yield { type: 'points', points, isLast: true };
}

/** `later` for a worker: a message to itself queues behind those that came before. */
export function afterWaitingMessages(): Lent['later'] {
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return (work) => {
    waiting.push(work);
    port2.postMessage(null);
  };
}
