import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { installTrustedTypes } from '#app/trusted-types.ts';
import { lookAt, viewOf } from '#map/camera.ts';
import type { MapPoint } from '#map/map-point.ts';
import { markSources } from '#map/mark-layers.ts';
import { boundsOf, type Spot } from '#map/spot.ts';
import { allMarks } from '../all-marks.ts';
import { assetId } from '../assets.ts';
import type { Pixel } from '../fingers.ts';
import { watchFrames } from '../frame-watch.ts';
import { type BareLook, openBareMarks } from './bare-marks.ts';
import { benchPictures, benchPoints } from './map-points.ts';
import { offerJobs } from './offer-jobs.ts';
import { watchSpots } from './spot-watch.ts';

installTrustedTypes();
watchFrames();

interface Drawing {
  readonly size: number;
  readonly box: { readonly width: number; readonly height: number };
  readonly look: BareLook;
  /** Where to look; without it at all of them. */
  readonly at?: Spot & { readonly zoom: number };
  /** Watched from the first frame on, px from the middle. */
  readonly spots?: readonly Pixel[];
}

let map: MapLibre | undefined;
let points: MapPoint[] = [];
let spots = watchSpots([]);

const opened = (): MapLibre => {
  if (!map) throw new Error('no map has been drawn');
  return map;
};
const source = (): GeoJSONSource => {
  const found = opened().getSource<GeoJSONSource>(markSources.things);
  if (!found) throw new Error('no source');
  return found;
};

function addFrame({ width, height }: Drawing['box']): HTMLElement {
  const frame = document.createElement('div');
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  document.body.style.margin = '0';
  document.body.append(frame);
  return frame;
}

const jobs = {
  /** Resolves when there is nothing left to draw. */
  draw: async (drawing: Drawing): Promise<void> => {
    points = benchPoints(drawing.size);
    spots = watchSpots(drawing.spots ?? []);
    const made = openBareMarks(addFrame(drawing.box), drawing.look);
    map = made;
    await made.once('style.load');
    const { at } = drawing;
    const bounds = boundsOf(points);
    if (at) made.jumpTo({ center: [at.lon, at.lat], zoom: at.zoom });
    else if (bounds) lookAt(made, { bounds }, false);
    for (const { name, image } of benchPictures(points)) made.addImage(name, image);
    await source().setData(allMarks(points));
    await made.once('idle');
  },
  /** How many of the points lie within what is shown. */
  inView: async (_: null): Promise<number> => {
    const [west, south, east, north] = viewOf(opened()).bounds;
    return points.filter(
      ({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north,
    ).length;
  },
  /** ms from telling the source of one moved point until the watched spots look otherwise. */
  move: async ({ index, to, by }: { index: number; to: Spot; by: 'updateData' | 'setData' }) => {
    const id = assetId(index);
    const newGeometry: GeoJSON.Point = { type: 'Point', coordinates: [to.lon, to.lat] };
    points = points.map((point) => (point.id === id ? { ...point, ...to } : point));
    const changed = spots.untilAllChanged();
    const started = performance.now();
    if (by === 'updateData') void source().updateData({ update: [{ id, newGeometry }] });
    else void source().setData(allMarks(points));
    return (await changed) - started;
  },
};

export type ClusteredJobs = typeof jobs;
offerJobs(jobs);
