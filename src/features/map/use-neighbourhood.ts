import { useMemo, useState } from 'react';
import type { MapPack } from '#map/base-layers.ts';
import type { MapAim } from '#map/camera.ts';
import { areasOf, type MapArea } from '#map/map-area.ts';
import type { MapPoint } from '#map/map-point.ts';
import type { Spot } from '#map/spot.ts';
import { bestPack } from '#pack/best-pack.ts';
import { registerRecordId } from '#services/register-record-id.ts';
import { useMapPoints } from '#services/use-map-points.ts';
import { usePacks } from '#services/use-packs.ts';
import { useRegisterGist } from '#services/use-register-gist.ts';
import { useBook } from '#services/use-services.ts';
import { useShapes } from '#services/use-shapes.ts';
import { useCamera } from './camera-store.ts';
import { openingAim } from './opening-aim.ts';

export interface Neighbourhood {
  readonly pack: MapPack | undefined;
  /** All things with a place that the text finds. */
  readonly points: readonly MapPoint[];
  /** The ground that things cover, and the neighbourhood's own. */
  readonly areas: readonly MapArea[];
  readonly centre: Spot | undefined;
  readonly aim: MapAim;
}

/** The same object for as long as it says the same, so that effects on the map rest. */
function useSame<T>(value: T): T {
  const told = JSON.stringify(value);
  return useMemo(() => JSON.parse(told) as T, [told]);
}

/** What the map shows of the open register; undefined until things and packs are known. */
export function useNeighbourhood(text: string): Neighbourhood | undefined {
  const packs = usePacks();
  const points = useMapPoints(text === '' ? {} : { text });
  const at = useRegisterGist()?.centre;
  const register = useBook().registerId;
  const [left] = useState(() => useCamera.getState().left[register]);
  const [lon, lat] = at ?? [];
  const centre = useMemo(
    () => (lon === undefined || lat === undefined ? undefined : { lon, lat }),
    [lon, lat],
  );
  const pack = useMemo(() => bestPack(packs ?? [], centre, points ?? []), [packs, centre, points]);
  const aim = useSame(openingAim({ left, centre, pack, points: points ?? [] }));
  const shapes = useShapes();
  const boundaryId = registerRecordId(register);
  const areas = useMemo(
    () => areasOf(shapes ?? [], points ?? [], boundaryId),
    [shapes, points, boundaryId],
  );
  if (!packs || !points) return undefined;
  return { pack, points, areas, centre, aim };
}
