import { type Failure, ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleStore } from '#register/circle-store.ts';
import type { Graves } from '#register/graves.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { CircleMemory } from './circle-memory.ts';
import type { Loading } from './first-load.ts';
import { type Head, type Heads, tellHeads } from './heads.ts';
import { type HubCircle, hubCircle } from './hub-circle.ts';
import type { HubFailure } from './hub-failure.ts';
import type { HubLine } from './hub-line.ts';
import { lookBack } from './look-back.ts';
import { checkReceipt } from './receipt.ts';
import { syncCircle } from './sync-circle.ts';
import { noTally, type Tally } from './tally.ts';

export interface SharedCircle {
  readonly circle: Circle;
  /** Asked for anew each time: keys come, and with them another ring. */
  readonly store: () => CircleStore;
  readonly memory: CircleMemory;
}

export interface RoundParts {
  readonly line: HubLine;
  /** Register id. */
  readonly register: string;
  readonly circles: readonly SharedCircle[];
  /** `_id`s that signed notices have erased in a circle, or moved out of it. */
  readonly erased: (circle: Circle) => Promise<Graves>;
  /**
   * Awaited after what came was stored and before it is merged: keys and notices are read there.
   * Where anything came, the last circle is told in any case: then all have been heard.
   */
  readonly onPulled: (circle: Circle) => Promise<void>;
  /** One at a time among all tabs, as `platform/locks`. */
  readonly lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onLoading?: ((loading: Loading | undefined) => void) | undefined;
  /** A person has said that the hub's stores may be new ones. */
  readonly allowNewGeneration?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface CircleReport extends Tally {
  /** `shared`: a receipt covers everything here. `differs`: it does not yet. */
  readonly end: 'shared' | 'differs';
}

export interface RoundReport {
  readonly circles: Partial<Record<Circle, CircleReport>>;
  /** Circles that are here and that the hub does not tell this account about. */
  readonly notTold: readonly Circle[];
}

/** `hub-changed`: other stores than those we know are there; only a person can say go on. */
export type RoundFailure = HubFailure | WriteFailure | Failure<'hub-changed'>;

/** Members first: keys and notices come that way. */
const inOrder = (circles: readonly SharedCircle[]): readonly SharedCircle[] =>
  circles.toSorted((a, b) => a.circle.localeCompare(b.circle));

const isOtherHub = ({ circles }: RoundParts, { generation }: Heads): boolean =>
  circles.some(({ memory }) => (memory.state().generation ?? generation) !== generation);

async function takeOnGeneration(one: SharedCircle, generation: string): Promise<void> {
  const { state, keep } = one.memory;
  if (state().generation === generation) return;
  // What an older store had said counts no more.
  await keep({
    ...{ generation, loading: 0, loadedSoFar: 0, loaded: undefined },
    ...{ agreed: 0, fromHub: [], pushFrom: 0, denied: {} },
  });
}

async function roundOf(
  parts: RoundParts & SharedCircle & { readonly hub: HubCircle },
  { head, generation }: { readonly head: Head; readonly generation: string },
): Promise<Result<CircleReport, RoundFailure>> {
  const { memory } = parts;
  const even = await checkReceipt(parts, head);
  if (!even.ok) return even;
  const { later, loading } = memory.state();
  const keys = parts.store().ring.byKeyId.size;
  const isSettled = later.length === 0 || memory.keysTried === keys;
  if (even.value && isSettled && loading === undefined) return ok({ ...noTally(), end: 'shared' });
  const tally = noTally();
  const end = await syncCircle({ ...parts, generation, tally });
  memory.keysTried = end.ok ? parts.store().ring.byKeyId.size : undefined;
  return end.ok ? ok({ ...tally, end: end.value ? 'shared' : 'differs' }) : end;
}

/**
 * One round with the hub. Where all roots are equal, one small request is all there is; otherwise
 * each circle is pulled, merged, pushed and compared. Rejects with the signal's reason when aborted.
 */
export async function syncOnce(parts: RoundParts): Promise<Result<RoundReport, RoundFailure>> {
  const heads = await tellHeads(parts);
  if (!heads.ok) return heads;
  const { generation, circles: told } = heads.value;
  if (!parts.allowNewGeneration && isOtherHub(parts, heads.value))
    return { ok: false, error: { kind: 'hub-changed' } };
  const reports: Partial<Record<Circle, CircleReport>> = {};
  const notTold: Circle[] = [];
  const pulled: Circle[] = [];
  const onPulled = async (circle: Circle) => {
    pulled.push(circle);
    await parts.onPulled(circle);
  };
  for (const one of inOrder(parts.circles)) {
    const head = told[one.circle];
    if (!head) {
      notTold.push(one.circle);
      continue;
    }
    await takeOnGeneration(one, generation);
    const hub = hubCircle({ ...parts, circle: one.circle });
    const report = await roundOf({ ...parts, ...one, hub, onPulled }, { head, generation });
    if (!report.ok) return report;
    reports[one.circle] = report.value;
    const looked =
      report.value.end === 'shared' ? await lookBack({ ...parts, ...one, hub }) : ok(null);
    if (!looked.ok) return looked;
  }
  const last = Object.keys(reports).at(-1) as Circle | undefined;
  if (last && pulled.length > 0 && !pulled.includes(last)) await onPulled(last);
  return ok({ circles: reports, notTold });
}
