import type { CircleKeys } from './circle-keys.ts';
import type { ClosedEpochs } from './closed-epochs.ts';
import type { IdKey } from './id-key.ts';

/** All a phone holds of one circle. */
export interface CircleRing {
  readonly idKey: IdKey;
  readonly byKeyId: ReadonlyMap<string, CircleKeys>;
  /** What new envelopes are sealed with. */
  readonly current: CircleKeys;
  /** What this phone was told of older epochs; none: nothing is closed yet. */
  readonly closed?: ClosedEpochs | undefined;
}

/** Written under the highest epoch; of two made at the same time under the lower key id. */
export function circleRing(
  idKey: IdKey,
  keys: readonly [CircleKeys, ...(readonly CircleKeys[])],
): CircleRing {
  const current = keys.reduce((best, next) => (isBefore(best, next) ? next : best), keys[0]);
  return { idKey, byKeyId: new Map(keys.map((held) => [held.k, held])), current };
}

/** A ring that takes in keys while its circle is open, and what they close. */
export interface GrowingRing {
  readonly ring: CircleRing;
  learn(keys: readonly CircleKeys[]): void;
  close(closed: ClosedEpochs): void;
}

/** `ring` is one object for as long as the circle is open, and shows what has been learned since. */
export function growingRing(
  idKey: IdKey,
  keys: readonly [CircleKeys, ...(readonly CircleKeys[])],
): GrowingRing {
  let now = circleRing(idKey, keys);
  let closed: ClosedEpochs | undefined;
  return {
    ring: {
      idKey,
      get byKeyId() {
        return now.byKeyId;
      },
      get current() {
        return now.current;
      },
      get closed() {
        return closed;
      },
    },
    close: (told) => {
      closed = told;
    },
    learn: (more) => {
      now = circleRing(idKey, [now.current, ...now.byKeyId.values(), ...more]);
    },
  };
}

const isBefore = (best: CircleKeys, next: CircleKeys): boolean =>
  next.epoch > best.epoch || (next.epoch === best.epoch && next.k < best.k);
