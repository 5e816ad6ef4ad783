import { useMemo } from 'react';
import type { Away, Point } from '#search/query.ts';
import { useAsked } from './use-asked.ts';
import { useServices } from './use-services.ts';

/** How far it is from the one place to the other; undefined until known, or without both. */
export function useAway(from: Point | undefined, to: Point | undefined): Away | undefined {
  const { finder } = useServices();
  const asked = from && to ? JSON.stringify([from, to]) : undefined;
  const ask = useMemo(() => {
    if (asked === undefined) return undefined;
    const [start, end] = JSON.parse(asked) as [Point, Point];
    return () => finder.away(start, end);
  }, [asked, finder]);
  return useAsked(ask, finder.onChange);
}
