import type { FindQuery, MapPoint } from '#search/query.ts';
import type { Services } from './services.ts';

type Finder = Pick<Services['finder'], 'mapPoints' | 'onChange'>;

/** A change of more things than this is asked for whole: picking them out would cost more. */
const fewMost = 1_000;

interface Told {
  readonly onPoints: (points: readonly MapPoint[]) => void;
  /** A bug, or a register that was closed. */
  readonly onError: (error: unknown) => void;
}

/**
 * Everything a query finds that has a place, told at once and after every change. Of a change only
 * what it touched is asked for, so that an edit among 10,000 costs one point on its way here; a
 * point that is still the same is the same object. Returns the way to stop.
 */
export function followPoints(
  finder: Finder,
  query: Omit<FindQuery, 'limit'>,
  { onPoints, onError }: Told,
): () => void {
  let points: ReadonlyMap<string, MapPoint> | undefined;
  let isOver = false;

  const take = async (ids: readonly string[] | undefined): Promise<void> => {
    const isPart = points !== undefined && ids !== undefined && ids.length <= fewMost;
    const asked = await finder.mapPoints(isPart ? { ...query, only: ids } : query);
    const next = new Map(isPart ? points : []);
    if (isPart) for (const id of ids) next.delete(id);
    for (const point of asked) next.set(point.id, point);
    points = next;
  };

  // One after the other: each begins with what the one before has left.
  let last: Promise<void> = Promise.resolve();
  const run = (ids?: readonly string[]): void => {
    if (ids?.length === 0) return;
    last = last
      .then(() => (isOver ? undefined : take(ids)))
      .then(() => {
        if (!isOver && points) onPoints([...points.values()]);
      })
      .catch((error: unknown) => {
        if (!isOver) onError(error);
      });
  };
  run();
  const deaf = finder.onChange(run);
  return () => {
    isOver = true;
    deaf();
  };
}
