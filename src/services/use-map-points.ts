import { useEffect, useState } from 'react';
import type { FindQuery, MapPoint } from '#search/query.ts';
import { useServices } from './use-services.ts';

/** Everything a query finds that has a place, kept up to date; undefined until first known. */
export function useMapPoints(query: Omit<FindQuery, 'limit'>): readonly MapPoint[] | undefined {
  const { finder } = useServices();
  const [points, setPoints] = useState<readonly MapPoint[]>();
  const asked = JSON.stringify(query);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await finder.mapPoints(JSON.parse(asked) as Omit<FindQuery, 'limit'>);
      if (current) setPoints(answer);
    };
    void ask();
    const stop = finder.onChange(() => void ask());
    return () => {
      current = false;
      stop();
    };
  }, [asked, finder]);
  return points;
}
