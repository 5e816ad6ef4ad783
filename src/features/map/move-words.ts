import type { MapView } from '#map/camera.ts';
import { type Wind, wayTo } from '#map/spot.ts';

/** How the map moved, as the key of a sentence; undefined when nobody would notice. */
export function moveKey(
  before: MapView | undefined,
  now: MapView,
): Wind | 'nearer' | 'further' | undefined {
  if (!before) return undefined;
  if (now.zoom - before.zoom > 0.25) return 'nearer';
  if (before.zoom - now.zoom > 0.25) return 'further';
  const { metres, wind } = wayTo(before.centre, now.centre);
  const [, south, , north] = now.bounds;
  const heightM = (north - south) * 111_000;
  return metres > heightM / 50 ? wind : undefined;
}
