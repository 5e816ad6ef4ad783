import { type RefObject, useRef, useState } from 'react';
import type { MapPack } from './base-layers.ts';
import { type MapView, zoomLimits } from './camera.ts';
import type { MapControls } from './canvas-props.ts';
import { roundLength } from './scale.ts';
import { boundsOf, metresPerPixel, middleOf, movedBy, type Spot } from './spot.ts';
import { canDrawMaps } from './web-gl.ts';

/** Without any hint the whole island is shown, and the person moves to where they are. */
const nowhere: Spot = { lon: -2.5, lat: 53.5 };
const closeZoom = 16;
const packZoom = 14.5;
const farZoom = 5;

/** How far a step goes on the screen, at the most, in CSS px. */
const stepPx = 24;
const bigSteps = 10;

interface Opening {
  readonly centre: Spot;
  readonly zoom: number;
}

export function openingAt(
  start: Spot | undefined,
  pack: Pick<MapPack, 'bounds'> | undefined,
  points: readonly Spot[],
): Opening {
  if (start) return { centre: start, zoom: closeZoom };
  const bounds = pack?.bounds ?? boundsOf(points);
  return bounds ? { centre: middleOf(bounds), zoom: packZoom } : { centre: nowhere, zoom: farZoom };
}

/** Metres of one step: round, never less than one, larger the further away one looks from. */
export const stepAt = ({ lat }: Spot, zoom: number): number =>
  Math.max(1, roundLength(metresPerPixel(lat, zoom) * stepPx));

const ways: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const nearer = ['+', '='];
const further = ['-', '_'];

export type KeyAct =
  | { readonly move: readonly [east: number, north: number] }
  | { readonly zoom: 1 | -1 }
  | 'put';

/** What a key asks for, moves in steps; undefined for keys that are none of ours. */
export function keyAct(key: string, shift: boolean): KeyAct | undefined {
  const way = ways[key];
  const steps = shift ? bigSteps : 1;
  if (way) return { move: [way[0] * steps, way[1] * steps] };
  if (nearer.includes(key)) return { zoom: 1 };
  if (further.includes(key)) return { zoom: -1 };
  return key === 'Enter' ? 'put' : undefined;
}

export interface Placing {
  readonly aim: Opening;
  readonly spot: Spot;
  readonly stepM: number;
  readonly canDraw: boolean;
  readonly controls: RefObject<MapControls | null>;
  /** East and north, in steps. */
  step(east: number, north: number): void;
  /** To where a finger pointed. */
  glideTo(spot: Spot): void;
  zoomBy(steps: number): void;
  follow(view: MapView): void;
}

const clampedZoom = (zoom: number): number =>
  Math.max(zoomLimits.min, Math.min(zoomLimits.max, zoom));

/** A spot that is moved about, on a map that follows it or without one. */
export function usePlacing(opening: () => Opening): Placing {
  const [canDraw] = useState(canDrawMaps);
  const [aim] = useState(opening);
  const [spot, setSpot] = useState<Spot>(aim.centre);
  const [zoom, setZoom] = useState(aim.zoom);
  const controls = useRef<MapControls>(null);
  const hasMapCome = useRef(false);
  const stepM = stepAt(spot, zoom);
  return {
    aim,
    spot,
    stepM,
    canDraw,
    controls,
    step(east, north) {
      const next = movedBy(spot, east * stepM, north * stepM);
      setSpot(next);
      // At once: a glide that the next key breaks off would lose steps.
      controls.current?.lookAt({ centre: next, zoom }, { glide: false });
    },
    glideTo(next) {
      setSpot(next);
      controls.current?.lookAt({ centre: next, zoom });
    },
    zoomBy(steps) {
      const next = clampedZoom(zoom + steps);
      setZoom(next);
      controls.current?.lookAt({ centre: spot, zoom: next }, { glide: false });
    },
    follow({ centre, zoom: now }) {
      // The map comes late and opens where it was told to: what the keys did meanwhile holds.
      const isLate = !hasMapCome.current && (spot !== aim.centre || zoom !== aim.zoom);
      hasMapCome.current = true;
      if (isLate) return controls.current?.lookAt({ centre: spot, zoom }, { glide: false });
      setSpot(centre);
      setZoom(now);
    },
  };
}
