import { useEffect, useState } from 'react';
import type { FindQuery, MapPoint } from '#search/query.ts';
import { followPoints } from './follow-points.ts';
import { useOpened } from './use-services.ts';

type Outcome = { readonly points?: readonly MapPoint[] } | { readonly error: unknown };

/**
 * Everything a query finds that has a place, kept up to date; undefined until first known. The last
 * answer stands while another query is being answered.
 */
export function useMapPoints(query: Omit<FindQuery, 'limit'>): readonly MapPoint[] | undefined {
  const { services, isClosed } = useOpened();
  const { finder } = services;
  const [outcome, setOutcome] = useState<Outcome>({});
  const asked = JSON.stringify(query);
  useEffect(
    () =>
      followPoints(finder, JSON.parse(asked) as Omit<FindQuery, 'limit'>, {
        onPoints: (points) => setOutcome({ points }),
        onError: (error) => {
          if (!isClosed()) setOutcome({ error });
        },
      }),
    [finder, asked, isClosed],
  );
  if ('error' in outcome) throw outcome.error;
  return outcome.points;
}
