import type { CircleKeys } from './circle-keys.ts';
import type { IdKey } from './id-key.ts';

/** All a phone holds of one circle. */
export interface CircleRing {
  readonly idKey: IdKey;
  readonly byKeyId: ReadonlyMap<string, CircleKeys>;
  /** What new envelopes are sealed with. */
  readonly current: CircleKeys;
}

/** Written under the highest epoch; of two made at the same time under the lower key id. */
export function circleRing(
  idKey: IdKey,
  keys: readonly [CircleKeys, ...(readonly CircleKeys[])],
): CircleRing {
  const current = keys.reduce((best, next) => (isBefore(best, next) ? next : best), keys[0]);
  return { idKey, byKeyId: new Map(keys.map((held) => [held.k, held])), current };
}

const isBefore = (best: CircleKeys, next: CircleKeys): boolean =>
  next.epoch > best.epoch || (next.epoch === best.epoch && next.k < best.k);
