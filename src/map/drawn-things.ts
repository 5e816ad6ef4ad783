import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Change } from './keyed-change.ts';
import { areaChange, areaFeature, type MapArea } from './map-area.ts';
import type { MapPoint } from './map-point.ts';
import { markChange, markFeature } from './mark-features.ts';
import { markSources } from './mark-layers.ts';
import { featuresSource, setFeatures } from './set-features.ts';
import { circleAround, type Spot } from './spot.ts';

/** Where the phone believes to be. */
export interface You extends Spot {
  readonly accuracyM: number;
}

interface Drawing<T> {
  readonly source: (typeof markSources)[keyof typeof markSources];
  readonly change: (
    drawn: ReadonlyMap<string, T>,
    wanted: readonly T[],
  ) => Change<GeoJSON.Feature> | 'none' | 'all';
  readonly feature: (thing: T) => GeoJSON.Feature;
}

function send<T>(
  source: GeoJSONSource,
  change: Change<GeoJSON.Feature> | 'all',
  { wanted, feature }: { readonly wanted: readonly T[]; readonly feature: Drawing<T>['feature'] },
): void {
  const sent =
    change === 'all'
      ? source.setData({ type: 'FeatureCollection', features: wanted.map(feature) })
      : source.updateData(change);
  // A map that is taken away while its worker draws rejects; there is nothing left to draw on.
  void sent.catch(() => undefined);
}

/** Keeps what one source draws; an edit sends that one thing, not all of them. */
function keptIn<T extends { readonly id: string }>(map: MapLibreMap, drawing: Drawing<T>) {
  let drawn: ReadonlyMap<string, T> = new Map();
  return (wanted: readonly T[]): void => {
    const source = featuresSource(map, drawing.source);
    const change = drawing.change(drawn, wanted);
    drawn = new Map(wanted.map((thing) => [thing.id, thing]));
    if (source && change !== 'none') send(source, change, { wanted, feature: drawing.feature });
  };
}

/** What is drawn of the register: its things, the ground they cover, the chosen one and the phone. */
export function createThings(map: MapLibreMap) {
  return {
    show: keptIn<MapPoint>(map, {
      source: markSources.things,
      change: markChange,
      feature: markFeature,
    }),
    showAreas: keptIn<MapArea>(map, {
      source: markSources.areas,
      change: areaChange,
      feature: areaFeature,
    }),
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
