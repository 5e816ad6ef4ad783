import type { Map as MapLibreMap } from 'maplibre-gl';
import { drawClusters } from './cluster-pictures.ts';
import { lookOf, type MapPoint } from './map-point.ts';
import type { MapLook } from './map-style.ts';
import { drawMark, type MarkIcons, type MarkLook, pictureName } from './mark-pictures.ts';

/** Draws the pictures the points ask for, each once, and all of them anew when asked. */
export function createPictures(map: MapLibreMap, icons: MarkIcons) {
  const drawn = new Map<string, MarkLook>();
  const pixelRatio = Math.min(3, Math.max(1, Math.ceil(window.devicePixelRatio)));

  const draw = (look: MarkLook, { colours }: MapLook): void => {
    const name = pictureName(look);
    const image = drawMark(look, icons(look), colours, pixelRatio);
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio });
  };

  return {
    drawFor(points: readonly MapPoint[], theme: MapLook): void {
      for (const point of points) {
        const look = lookOf(point);
        const name = pictureName(look);
        if (drawn.has(name)) continue;
        drawn.set(name, look);
        draw(look, theme);
      }
    },
    /** What clusters look like; before the first of them is drawn. */
    drawClusters: (theme: MapLook) => drawClusters(map, theme, pixelRatio),
    drawAgain(theme: MapLook): void {
      drawClusters(map, theme, pixelRatio);
      for (const look of drawn.values()) draw(look, theme);
    },
  };
}
