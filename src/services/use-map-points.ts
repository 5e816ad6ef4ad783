import { useCallback } from 'react';
import type { FindQuery, MapPoint } from '#search/query.ts';
import { useAsked } from './use-asked.ts';
import { useServices } from './use-services.ts';

/** Everything a query finds that has a place, kept up to date; undefined until first known. */
export function useMapPoints(query: Omit<FindQuery, 'limit'>): readonly MapPoint[] | undefined {
  const { finder } = useServices();
  const asked = JSON.stringify(query);
  const ask = useCallback(
    () => finder.mapPoints(JSON.parse(asked) as Omit<FindQuery, 'limit'>),
    [asked, finder],
  );
  return useAsked(ask, finder.onChange);
}
