import type { GeoJSONSource } from 'maplibre-gl';
import { baseLayers, baseSource, type MapPack, packSource } from '#map/base-layers.ts';
import { lookAt } from '#map/camera.ts';
import type { MapPoint } from '#map/map-point.ts';
import { markSources } from '#map/mark-layers.ts';
import { offerPack } from '#map/pack-tiles.ts';
import { boundsOf } from '#map/spot.ts';
import { allMarks } from '../all-marks.ts';
import { openBareMarks } from './bare-marks.ts';
import { benchPictures } from './map-points.ts';

/** MapLibre alone, told at once of all there is to draw: pack, marks and their pictures. */
export async function openWhole(
  frame: HTMLElement,
  pack: MapPack,
  points: readonly MapPoint[],
): Promise<void> {
  const map = openBareMarks(frame, 'pictures');
  await map.once('style.load');
  const [west, south, east, north] = pack.bounds;
  const onPack = points.filter(
    ({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north,
  );
  const bounds = boundsOf(onPack);
  if (bounds) lookAt(map, { bounds }, false);
  offerPack(pack.id, pack.blob);
  map.addSource(baseSource, packSource(pack));
  for (const layer of baseLayers('light', 'en')) map.addLayer(layer, 'pack-edge');
  for (const { name, image } of benchPictures(points)) map.addImage(name, image);
  await map.getSource<GeoJSONSource>(markSources.things)?.setData(allMarks(points));
}
