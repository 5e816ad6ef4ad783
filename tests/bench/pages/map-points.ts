import { lookOf, type MapPoint } from '#map/map-point.ts';
import { drawMark, pictureName } from '#map/mark-pictures.ts';
import { readThemeColours } from '#map/theme-colours.ts';
import { assetId, assetSpot, placeValues } from '../assets.ts';

/** The bench's places as the map is told of them. */
export const benchPoints = (size: number): MapPoint[] =>
  Array.from({ length: size }, (_, index) => {
    const { name, assetType } = placeValues(index);
    return {
      id: assetId(index),
      kind: 'places',
      assetType: String(assetType),
      name: String(name),
      confirmed: true,
      ...assetSpot(index),
    };
  });

export interface Picture {
  readonly name: string;
  readonly image: ImageData;
}

/** One picture for each look: the app's own plates, with nothing on them. */
export function benchPictures(points: readonly MapPoint[]): Picture[] {
  const looks = new Map(points.map(lookOf).map((look) => [pictureName(look), look]));
  const nothing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  return [...looks].map(([name, look]) => ({
    name,
    image: drawMark(look, nothing, readThemeColours(), 1),
  }));
}
