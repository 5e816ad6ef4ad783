import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapPoint } from './map-point.ts';
import { allMarks, markChange, markFeature } from './mark-features.ts';
import { markSources } from './mark-layers.ts';
import { featuresSource, setFeatures } from './set-features.ts';
import { circleAround, type Spot } from './spot.ts';

/** Where the phone believes to be. */
export interface You extends Spot {
  readonly accuracyM: number;
}

/** Keeps what is drawn of the register's things; an edit sends that one thing, not all of them. */
export function createThings(map: MapLibreMap) {
  let drawn: ReadonlyMap<string, MapPoint> = new Map();
  return {
    show(points: readonly MapPoint[]): void {
      const source = featuresSource(map, markSources.things);
      const change = markChange(drawn, points);
      drawn = new Map(points.map((point) => [point.id, point]));
      if (!source || change === 'none') return;
      const sent = change === 'all' ? source.setData(allMarks(points)) : source.updateData(change);
      void sent.catch(() => undefined);
    },
    choose(point: MapPoint | undefined): void {
      setFeatures(map, markSources.chosen, point ? [markFeature(point)] : []);
    },
    showYou(you: You | undefined): void {
      setFeatures(map, markSources.you, you ? youFeatures(you) : []);
    },
  };
}

const youFeatures = (you: You): GeoJSON.Feature[] => [
  {
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [circleAround(you, Math.max(you.accuracyM, 1))] },
  },
  { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [you.lon, you.lat] } },
];
