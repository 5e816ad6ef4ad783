import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { MapPack } from './base-layers.ts';
import { comeBack, lookAt, type MapAim, type MapView, reveal, viewOf, zoomBy } from './camera.ts';
import { repaint, showBase } from './drawn-base.ts';
import { createPictures } from './drawn-pictures.ts';
import { createThings, type You } from './drawn-things.ts';
import type { MapArea } from './map-area.ts';
import type { MapPoint } from './map-point.ts';
import { mapSettings } from './map-settings.ts';
import { type MapLook, startStyle } from './map-style.ts';
import type { MarkIcons } from './mark-pictures.ts';
import type { Bounds, Spot } from './spot.ts';
import { openCluster, tappable, tappedFeature } from './tapped.ts';

export interface MapEvents {
  /** The id of the mark that was tapped, undefined for a tap beside all marks. */
  readonly onSelect: (id: string | undefined) => void;
  /** Every tap, wherever it fell; returning true keeps marks from being selected by it. */
  readonly onTap: (spot: Spot) => boolean;
  /** After every move, by whatever cause. */
  readonly onMove: (view: MapView) => void;
}

export interface MapEngineOptions {
  readonly container: HTMLElement;
  readonly icons: MarkIcons;
  readonly look: MapLook;
  readonly aim: MapAim;
  /** What the keys do on the canvas, read out when it has the focus; without it they do nothing there. */
  readonly canvasWords: string | undefined;
  readonly events: MapEvents;
}

/** The map behind plain words: everything may be called at once, in any order, and after its end. */
export interface MapEngine {
  /** For tests and figures only. */
  readonly map: MapLibreMap;
  setLook(look: MapLook): void;
  setPack(pack: MapPack | undefined): void;
  setPoints(points: readonly MapPoint[]): void;
  setAreas(areas: readonly MapArea[]): void;
  /** The icons look different now: the pictures are drawn anew. */
  iconsCame(): void;
  /** Rings a thing; one that is newly chosen and out of sight is brought into it. */
  choose(point: MapPoint | undefined): void;
  setYou(you: You | undefined): void;
  /** How far one may wander; undefined = anywhere. */
  setLimits(limits: Bounds | undefined): void;
  /** Where to look for want of a wish: followed until somebody has moved the map. */
  open(aim: MapAim): void;
  /** Gliding, unless told otherwise. */
  lookAt(aim: MapAim, how?: { readonly glide: boolean }): void;
  zoomBy(steps: number): void;
  end(): void;
}

setWorkerUrl(workerUrl);

const fallbackCentre: [number, number] = [-3, 54];

function makeMap({ container, look, aim, canvasWords }: MapEngineOptions): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: startStyle(look, document.baseURI),
    ...mapSettings,
    center: 'centre' in aim ? [aim.centre.lon, aim.centre.lat] : fallbackCentre,
    zoom: 'centre' in aim ? aim.zoom : 12,
  });
  nameCanvas(map, canvasWords);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if ('bounds' in aim) lookAt(map, aim, false);
  return map;
}

/** MapLibre calls the canvas a region named "Map", which is what ours around it is. */
function nameCanvas(map: MapLibreMap, words: string | undefined): void {
  const canvas = map.getCanvas();
  if (words !== undefined) {
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', words);
    return;
  }
  map.keyboard.disable();
  for (const name of ['role', 'aria-label', 'tabindex']) canvas.removeAttribute(name);
  canvas.setAttribute('aria-hidden', 'true');
}

function listen(map: MapLibreMap, events: MapEvents, limits: () => Bounds | undefined): void {
  const tell = () => events.onMove(viewOf(map));
  map.on('moveend', () => {
    tell();
    comeBack(map, limits());
  });
  map.on('resize', tell);
  map.on('click', ({ point, lngLat }) => {
    if (events.onTap({ lon: lngLat.lng, lat: lngLat.lat })) return;
    const found = tappedFeature(map, point);
    const id: unknown = found?.properties['id'];
    if (found && 'cluster_id' in found.properties) void openCluster(map, found);
    else events.onSelect(typeof id === 'string' ? id : undefined);
  });
  for (const layer of tappable) {
    map.on('mouseenter', layer, () => map.getCanvas().style.setProperty('cursor', 'pointer'));
    map.on('mouseleave', layer, () => map.getCanvas().style.removeProperty('cursor'));
  }
  // A tile or glyph that fails leaves a gap; MapLibre would write it to the console otherwise.
  map.on('error', () => undefined);
  // For whoever must know whether all that is in sight has been drawn, and what: zoom/lat/lon.
  const { dataset } = map.getContainer();
  map.on('movestart', () => {
    delete dataset['drawn'];
  });
  map.on('idle', () => {
    const { lat, lng } = map.getCenter();
    dataset['drawn'] = `${map.getZoom().toFixed(2)}/${lat.toFixed(6)}/${lng.toFixed(6)}`;
  });
}

export function createMapEngine(options: MapEngineOptions): MapEngine {
  const map = makeMap(options);
  const things = createThings(map);
  const pictures = createPictures(map, options.icons);
  let { look } = options;
  let limits: Bounds | undefined;
  let isOver = false;
  let isMoved = false;
  let chosenId: string | undefined;
  const loaded = new Promise<void>((resolve) => {
    map.once('style.load', () => resolve());
  });
  const whenReady = (work: () => void): void => {
    void loaded.then(() => {
      if (!isOver) work();
    });
  };
  const move = (work: () => void): void => {
    isMoved = true;
    if (!isOver) work();
  };
  map.on('movestart', ({ originalEvent }: { readonly originalEvent?: unknown }) => {
    if (originalEvent) isMoved = true;
  });
  map.on('click', () => {
    isMoved = true;
  });
  listen(map, options.events, () => limits);
  whenReady(() => {
    pictures.drawClusters(look);
    options.events.onMove(viewOf(map));
  });
  return {
    map,
    setLook(next) {
      if (next.theme === look.theme && next.language === look.language) return;
      look = next;
      whenReady(() => {
        repaint(map, next);
        pictures.drawAgain(next);
      });
    },
    setPack: (pack) => whenReady(() => showBase(map, pack, look)),
    setPoints: (points) =>
      whenReady(() => {
        pictures.drawFor(points, look);
        things.show(points);
      }),
    setAreas: (areas) => whenReady(() => things.showAreas(areas)),
    iconsCame: () => whenReady(() => pictures.drawAgain(look)),
    choose(point) {
      const isNew = point?.id !== chosenId;
      chosenId = point?.id;
      whenReady(() => {
        things.choose(point);
        if (point && isNew) reveal(map, point);
      });
    },
    setYou: (you) => whenReady(() => things.showYou(you)),
    setLimits(next) {
      limits = next;
    },
    open(aim) {
      if (!isOver && !isMoved) lookAt(map, aim, false);
    },
    lookAt: (aim, how) => move(() => lookAt(map, aim, how?.glide)),
    zoomBy: (steps) => move(() => zoomBy(map, steps)),
    end() {
      isOver = true;
      map.remove();
    },
  };
}
