import { useMemo } from 'react';
import type { PlaceHit } from '#pack/place-hit.ts';
import type { Point } from '#search/query.ts';
import { useAsked } from './use-asked.ts';
import { useServices } from './use-services.ts';

const none: readonly PlaceHit[] = [];

/** Streets, houses and postcodes like what is typed; none before two letters or without a pack. */
export function usePlaceHits(typed: string, language: string): readonly PlaceHit[] {
  const { places } = useServices();
  const asked = typed.trim();
  const ask = useMemo(
    () => (asked.length < 2 ? undefined : () => places.search(asked, language)),
    [asked, language, places],
  );
  return useAsked(ask) ?? none;
}

/** The address within 60 metres of a spot; undefined without one. */
export function useNearestHome(spot: Point | undefined, language: string): PlaceHit | undefined {
  const { places } = useServices();
  const [lon, lat] = [spot?.lon, spot?.lat];
  const ask = useMemo(
    () =>
      lon === undefined || lat === undefined
        ? undefined
        : () => places.nearest({ lon, lat }, language),
    [lon, lat, language, places],
  );
  return useAsked(ask);
}
