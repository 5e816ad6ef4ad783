import type { MapPoint } from '#map/map-point.ts';
import { markFeature } from '#map/mark-features.ts';

/** What a map of MapLibre's own is handed: the same features as ours. */
export const allMarks = (points: readonly MapPoint[]) => ({
  type: 'FeatureCollection' as const,
  features: points.map(markFeature),
});
