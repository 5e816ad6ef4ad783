import type { ReactNode, Ref } from 'react';
import type { MapPack } from './base-layers.ts';
import type { MapAim, MapView } from './camera.ts';
import type { You } from './drawn-things.ts';
import type { MapArea } from './map-area.ts';
import type { MapPoint } from './map-point.ts';
import type { Spot } from './spot.ts';

/** What buttons beside the map may ask of it. */
export interface MapControls {
  zoomBy(steps: number): void;
  /** Gliding, unless told otherwise. */
  lookAt(aim: MapAim, how?: { readonly glide: boolean }): void;
}

export interface MapCanvasProps {
  readonly controls?: Ref<MapControls>;
  /** The streets; without them the things stand on plain ground. */
  readonly pack: MapPack | undefined;
  readonly points: readonly MapPoint[];
  /** The ground that things cover, under the marks. */
  readonly areas?: readonly MapArea[];
  /** Where the map opens. A later change is followed until the person has moved the map. */
  readonly aim: MapAim;
  readonly selectedId?: string | undefined;
  readonly you?: You | undefined;
  /**
   * A tap points at a spot instead of choosing a mark; a cross stands in the middle, and the keys
   * are left to what is around the map.
   */
  readonly placing?: boolean;
  readonly onSelect?: (id: string | undefined) => void;
  readonly onTap?: (spot: Spot) => void;
  readonly onMove?: (view: MapView) => void;
  /** Stands in the map's place where it cannot be drawn. */
  readonly instead?: ReactNode;
}
