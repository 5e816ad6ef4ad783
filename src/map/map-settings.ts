import type { MapOptions } from 'maplibre-gl';
import { zoomLimits } from './camera.ts';

/** How our map behaves under fingers: flat, north up, and one world. */
export const mapSettings = {
  attributionControl: false,
  minZoom: zoomLimits.min,
  maxZoom: zoomLimits.max,
  maxPitch: 0,
  pitchWithRotate: false,
  dragRotate: false,
  touchPitch: false,
  renderWorldCopies: false,
  fadeDuration: 0,
  clickTolerance: 6,
} as const satisfies Partial<MapOptions>;
