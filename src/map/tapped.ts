import type { GeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { areaLayer } from './area-layers.ts';
import { lookAt } from './camera.ts';
import { markLayer, markSources } from './mark-layers.ts';
import { featuresSource } from './set-features.ts';

/** Where a pointer shows that there is something to press. */
export const tappable = [markLayer.marks, markLayer.clusters, areaLayer.ground] as const;

/** A finger is wide: half of the 44 px that count as one target. */
const reach = 22;

interface Pixel {
  readonly x: number;
  readonly y: number;
}

const spotOf = (feature: GeoJSONFeature): [number, number] | undefined =>
  feature.geometry.type === 'Point'
    ? (feature.geometry.coordinates as [number, number])
    : undefined;

const sizeOf = ({ properties }: GeoJSONFeature): number => Number(properties['size']);

/** The smallest area under a tap, or the line beside it. */
function tappedArea(map: MapLibreMap, { x, y }: Pixel): GeoJSONFeature | undefined {
  const box: [PointLike, PointLike] = [
    [x - reach / 2, y - reach / 2],
    [x + reach / 2, y + reach / 2],
  ];
  const ground = map.queryRenderedFeatures([x, y], { layers: [areaLayer.ground] });
  const edges = map.queryRenderedFeatures(box, { layers: [areaLayer.edges, areaLayer.dashed] });
  return [...ground, ...edges].sort((a, b) => sizeOf(a) - sizeOf(b))[0];
}

/** The mark or cluster nearest to a tap, within reach of it; else the area under it. */
export const tappedFeature = (map: MapLibreMap, at: Pixel): GeoJSONFeature | undefined =>
  tappedMark(map, at) ?? tappedArea(map, at);

function tappedMark(map: MapLibreMap, { x, y }: Pixel): GeoJSONFeature | undefined {
  const box: [PointLike, PointLike] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const layers = Object.values(markLayer).filter((id) => map.getLayer(id));
  const distance = (feature: GeoJSONFeature): number => {
    const spot = spotOf(feature);
    const pixel = spot ? map.project(spot) : { x: Infinity, y: Infinity };
    return Math.hypot(pixel.x - x, pixel.y - y);
  };
  const found = map.queryRenderedFeatures(box, { layers });
  return found.sort((a, b) => distance(a) - distance(b))[0];
}

/** Opens a cluster by going as near as its things need to part. */
export async function openCluster(map: MapLibreMap, cluster: GeoJSONFeature): Promise<void> {
  const spot = spotOf(cluster);
  const id: unknown = cluster.properties['cluster_id'];
  if (!spot || typeof id !== 'number') return;
  const zoom = await featuresSource(map, markSources.things)?.getClusterExpansionZoom(id);
  const [lon, lat] = spot;
  lookAt(map, { centre: { lon, lat }, zoom: Math.max(zoom ?? 0, map.getZoom() + 1) });
}
