import type { Result } from '#base/result.ts';
import { circles as circleNames } from '#domain/sharing/level.ts';
import { storeTrouble } from '#register/pouch-trouble.ts';
import { openCircleMemory } from './circle-memory.ts';
import { makePace, type Pace } from './pacing.ts';
import { patientLine } from './patient-line.ts';
import { type RoundFailure, type RoundReport, type SharedCircle, syncOnce } from './round.ts';
import type { SharerParts } from './sharer.ts';
import { isAllShared, resistedIn, type SharerState, standing, stateAfter } from './sharer-state.ts';

export interface Wishes {
  /** A person has said that the hub's stores may be new ones. */
  readonly allowNewGeneration?: boolean;
}

type Known = Pick<SharerState, 'waiting' | 'denied'>;

/** The rounds of one tab while it leads. */
export interface Tenure {
  readonly signal: AbortSignal;
  readonly pace: Pace;
  /** Whether nothing is to be done by itself any more. */
  isStopped(): boolean;
  /** Now, whatever is being waited for. */
  round(wishes: Wishes): Promise<void>;
}

const everyMinute = 60_000;
/** Saves come in a row. */
export const afterSave = 1_000;

/** Each circle is looked through once, when the first round begins. */
function circlesOf({ stores }: SharerParts): () => Promise<readonly SharedCircle[]> {
  const opened = new Map<string, SharedCircle>();
  return async () => {
    for (const circle of circleNames) {
      const store = stores[circle];
      if (!store || opened.has(circle)) continue;
      opened.set(circle, { circle, store, memory: await openCircleMemory(store()) });
    }
    return [...opened.values()];
  };
}

const secondsIn = (failure: RoundFailure | undefined): number =>
  failure?.kind === 'slow-down' ? Number(failure.detail?.['seconds'] ?? 0) : 0;

export function beginTenure(
  parts: SharerParts,
  signal: AbortSignal,
  show: (more: Partial<SharerState>) => void,
): Tenure {
  const line = patientLine(parts.line, parts.timers);
  const circles = circlesOf(parts);
  const pace = makePace({ ...parts, work: () => void round({}) });
  let underWay: Promise<void> | undefined;
  let resisted = 0;
  let isStopped = false;

  /** Whether anything is left to do soon. What is large takes its time: more may wait after it. */
  const isLeft = async ({ circles: told }: RoundReport, known: Known): Promise<boolean> => {
    if (!parts.onTextGone) return known.waiting !== known.denied;
    const gone = circleNames.filter((circle) => told[circle]);
    const isMoreDue = await parts.onTextGone(gone, signal);
    const { waiting, denied } = await standing(parts.stores);
    return isMoreDue || waiting !== denied;
  };

  const settle = async (done: Result<RoundReport, RoundFailure>): Promise<void> => {
    if (done.ok) resisted += resistedIn(done.value);
    const known = { ...(await standing(parts.stores)), resisted };
    const next = stateAfter(done, known);
    isStopped = next.kind === 'stopped';
    show(next);
    if (isStopped) return;
    const isMoreLeft = !done.ok || (await isLeft(done.value, known));
    const isShared = done.ok && isAllShared(done.value);
    if (isShared) pace.wentWell();
    else pace.wentWrong(secondsIn(next.failure));
    pace.schedule(isShared && !isMoreLeft ? everyMinute : afterSave);
  };

  const once = async (wishes: Wishes): Promise<void> => {
    pace.begin();
    show({ kind: 'working' });
    const onLoading = (loading: SharerState['loading']) => show({ loading });
    const asked = { ...parts, ...wishes, line, signal, onLoading };
    const done = await circles()
      .then((all) => syncOnce({ ...asked, circles: all }))
      .catch(stumbling);
    if (done && !signal.aborted) await settle(done).catch(stumbling);
  };

  /** A full phone is a reason like any other. A bug must not end sharing until the next start. */
  const stumbling = (error: unknown): undefined => {
    if (signal.aborted) return;
    const failure = storeTrouble(error);
    show({ kind: 'waiting', loading: undefined, ...(failure && { failure }) });
    pace.wentWrong();
    pace.schedule(afterSave);
    if (!failure) throw error;
  };

  const round = (wishes: Wishes): Promise<void> => {
    underWay ??= once(wishes).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };

  return {
    signal,
    pace,
    isStopped: () => isStopped,
    round: async (wishes) => {
      // One that runs already may have passed by what is wanted now.
      await underWay;
      isStopped = false;
      return round(wishes);
    },
  };
}
