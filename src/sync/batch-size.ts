import { type Failure, ok, type Result } from '#base/result.ts';
import type { HubFailure } from './hub-failure.ts';

/** How much is asked for at a time: less after "too much", more again after it went well. */
export interface BatchSize {
  now(): number;
  shrink(): void;
  grow(): void;
}

export function batchSize(most: number): BatchSize {
  let size = most;
  return {
    now: () => size,
    shrink: () => {
      size = Math.max(1, Math.floor(size / 2));
    },
    grow: () => {
      size = Math.min(most, Math.ceil(size * 1.5));
    },
  };
}

export interface Pieces<T, R> {
  readonly size: BatchSize;
  /** As many of the first as go together; one at least, `count` at most. */
  readonly first: (items: readonly T[], count: number) => readonly T[];
  readonly ask: (some: readonly T[]) => Promise<Result<R, HubFailure | Failure<'too-much'>>>;
  readonly onAnswer: (answer: R, some: readonly T[]) => void;
  /** For one that is too much all by itself. */
  readonly onHopeless: (item: T) => void;
}

/** One piece after the other; one that is too much is halved and asked again. */
export async function inPieces<T, R>(
  items: readonly T[],
  { size, first, ask, onAnswer, onHopeless }: Pieces<T, R>,
): Promise<Result<null, HubFailure>> {
  let rest = items;
  while (rest.length > 0) {
    const some = first(rest, size.now());
    const told = await ask(some);
    if (told.ok) {
      onAnswer(told.value, some);
      size.grow();
      rest = rest.slice(some.length);
      continue;
    }
    const { error } = told;
    if (error.kind !== 'too-much') return { ok: false, error: { ...error, kind: error.kind } };
    size.shrink();
    if (some.length > 1) continue;
    some.forEach(onHopeless);
    rest = rest.slice(1);
  }
  return ok(null);
}
