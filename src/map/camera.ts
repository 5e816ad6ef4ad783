import type { Map as MapLibreMap } from 'maplibre-gl';
import { type Bounds, clampedTo, type Spot } from './spot.ts';

/** What is looked at. */
export interface MapView {
  readonly bounds: Bounds;
  readonly centre: Spot;
  readonly zoom: number;
}

/** Where to look: an area to fit, or a spot. */
export type MapAim = { readonly bounds: Bounds } | { readonly centre: Spot; readonly zoom: number };

/** Nearer than this nothing more is drawn; further out a neighbourhood is a dot. */
export const zoomLimits = { min: 4, max: 20 } as const;
const fitZoomMax = 17;
const glideMs = 160;

const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function viewOf(map: MapLibreMap): MapView {
  const bounds = map.getBounds();
  const { lng: lon, lat } = map.getCenter();
  return {
    bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    centre: { lon, lat },
    zoom: map.getZoom(),
  };
}

/** px from its edges that what floats on a map covers: a mark under a button can't be pressed. */
const covered = 92;

/** Less on a small map: what leaves no room to look at can't be fitted at all. */
function roomAround(map: MapLibreMap) {
  const { clientWidth, clientHeight } = map.getContainer();
  const across = Math.min(covered, clientWidth / 4);
  const down = Math.min(covered, clientHeight / 4);
  return { left: across, right: across, top: down, bottom: down };
}

function cameraFor(map: MapLibreMap, aim: MapAim) {
  if ('centre' in aim) return { center: [aim.centre.lon, aim.centre.lat] as const, zoom: aim.zoom };
  const [west, south, east, north] = aim.bounds;
  return map.cameraForBounds(
    [
      [west, south],
      [east, north],
    ],
    { padding: roomAround(map), maxZoom: fitZoomMax },
  );
}

/** Looks there: gliding shortly, at once for those who asked for less motion. */
export function lookAt(map: MapLibreMap, aim: MapAim, glide = true): void {
  const camera = cameraFor(map, aim);
  if (!camera?.center) return;
  const target = { center: camera.center as [number, number], zoom: camera.zoom ?? map.getZoom() };
  if (!glide || isCalm()) map.jumpTo(target);
  else map.easeTo({ ...target, duration: glideMs });
}

const zoomGoals = new WeakMap<MapLibreMap, number>();

/** Nearer or further; pressed again while it still glides, it goes on from where it was going. */
export function zoomBy(map: MapLibreMap, steps: number): void {
  const { lng: lon, lat } = map.getCenter();
  const from = (map.isZooming() && zoomGoals.get(map)) || map.getZoom();
  const zoom = Math.max(zoomLimits.min, Math.min(zoomLimits.max, from + steps));
  zoomGoals.set(map, zoom);
  lookAt(map, { centre: { lon, lat }, zoom });
}

/** One may wander off a little; a map pulled off the neighbourhood comes back by itself. */
export function comeBack(map: MapLibreMap, limits: Bounds | undefined): void {
  if (!limits) return;
  const { lng: lon, lat } = map.getCenter();
  const inside = clampedTo(limits, { lon, lat });
  if (Math.abs(inside.lon - lon) + Math.abs(inside.lat - lat) > 1e-6)
    lookAt(map, { centre: inside, zoom: map.getZoom() });
}

const revealZoom = 15.5;

/** Brings a spot into sight; where it is in sight already, nothing moves. */
export function reveal(map: MapLibreMap, spot: Spot): void {
  if (map.getBounds().contains([spot.lon, spot.lat])) return;
  lookAt(map, { centre: spot, zoom: Math.max(map.getZoom(), revealZoom) });
}
