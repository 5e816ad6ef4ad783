import type { RefObject } from 'react';
import type { MapControls } from '#map/canvas-props.ts';
import type { Spot } from '#map/spot.ts';
import { useServices } from '#services/use-services.ts';
import { streetAim } from './street-aim.ts';

const nearMost = 5;

/** Looks at a street and at what is nearest to it. */
export function useLookRound(controls: RefObject<MapControls | null>) {
  const { finder } = useServices();
  return async ({ lon, lat }: Spot): Promise<void> => {
    const street = { lon, lat };
    const { ids } = await finder.find({ near: street, limit: nearMost });
    const near = await finder.mapPoints({ only: ids });
    controls.current?.lookAt(streetAim(street, near));
  };
}
