import type { MapAim, MapView } from '#map/camera.ts';
import { type Bounds, boundsOf, isIn, type Spot } from '#map/spot.ts';

interface Known {
  readonly left: MapView | undefined;
  readonly centre: Spot | undefined;
  readonly pack: { readonly bounds: Bounds } | undefined;
  readonly points: readonly Spot[];
}

const neighbourhoodZoom = 15;
/** Nothing at all is known yet: the island, to move about on. */
const everywhere: MapAim = { centre: { lon: -2.5, lat: 53.8 }, zoom: 5 };

/** Where the map opens: as it was left, at the register's centre, at its things, at the pack. */
export function openingAim({ left, centre, pack, points }: Known): MapAim {
  if (left) return { centre: left.centre, zoom: left.zoom };
  if (centre) return { centre, zoom: neighbourhoodZoom };
  const onPack = pack ? points.filter((point) => isIn(pack.bounds, point)) : points;
  const bounds = boundsOf(onPack) ?? pack?.bounds ?? boundsOf(points);
  return bounds ? { bounds } : everywhere;
}
