import type { Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { countWaiting } from './circle-memory.ts';
import type { Loading } from './first-load.ts';
import type { RoundFailure, RoundReport } from './round.ts';
import { readSyncState } from './sync-state.ts';

/** What a screen says of sharing. */
export interface SharerState {
  /**
   * `working`: a round is under way. `shared`: a receipt covers everything here. `waiting`: it does
   * not yet; `failure` says what is in the way, if anything. `stopped`: nothing goes on by itself.
   */
  readonly kind: 'waiting' | 'working' | 'shared' | 'stopped';
  /** Documents this phone has changed that no receipt covers. */
  readonly waiting: number;
  /** Documents of a first load under way. */
  readonly loading?: Loading | undefined;
  readonly failure?: RoundFailure | undefined;
  /** Milliseconds since 1970. */
  readonly lastSharedAt?: number | undefined;
  /** Documents the hub does not take. */
  readonly denied: number;
  /** Of a few that were fetched back, how many the hub did not give as they are here. */
  readonly astray: number;
  /** How often, since the start, something would have been taken away and was not. */
  readonly resisted: number;
}

export const atFirst: SharerState = {
  kind: 'waiting',
  waiting: 0,
  denied: 0,
  astray: 0,
  resisted: 0,
};

export type Stores = Readonly<Partial<Record<Circle, () => CircleStore>>>;

const storesIn = (stores: Stores): readonly CircleStore[] =>
  Object.values(stores).map((store) => store());

/** What is known of the circles without a hub. */
export async function standing(stores: Stores) {
  const all = storesIn(stores);
  const states = await Promise.all(all.map(readSyncState));
  const waiting = await Promise.all(all.map(countWaiting));
  const shared = states.map(({ sharedAt }) => sharedAt ?? 0);
  return {
    waiting: waiting.reduce((sum, count) => sum + count, 0),
    denied: states.reduce((sum, { denied }) => sum + Object.keys(denied).length, 0),
    astray: states.reduce((sum, { astray }) => sum + astray, 0),
    /** All circles have been shared since then; the oldest of them counts. */
    lastSharedAt: Math.min(...shared) || undefined,
  };
}

export const isAllShared = ({ circles }: RoundReport): boolean =>
  Object.values(circles).every(({ end }) => end === 'shared');

export const resistedIn = ({ circles }: RoundReport): number =>
  Object.values(circles).reduce((sum, { resisted }) => sum + resisted, 0);

/** Trying again by itself would change nothing: a person, or another start, has to. */
const final: readonly RoundFailure['kind'][] = [
  'not-allowed',
  'closed',
  'unknown-register',
  'update-app',
  'hub-changed',
];

/** What a round's end comes to, beside what is known of the circles. */
export function stateAfter(
  done: Result<RoundReport, RoundFailure>,
  known: Pick<SharerState, 'waiting' | 'denied' | 'astray' | 'resisted' | 'lastSharedAt'>,
): SharerState {
  const rest = { ...known, loading: undefined };
  if (!done.ok) {
    const kind = final.includes(done.error.kind) ? 'stopped' : 'waiting';
    return { ...rest, kind, failure: done.error };
  }
  const isShared = isAllShared(done.value) && known.waiting === 0;
  return { ...rest, kind: isShared ? 'shared' : 'waiting', failure: undefined };
}
