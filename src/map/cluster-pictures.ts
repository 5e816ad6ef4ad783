import type { ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { MapLook } from './map-style.ts';
import type { ThemeColours } from './theme-colours.ts';

/** CSS px, by how many things a circle stands for: up to 9, 99, 999 and more. */
const radii = [20, 22, 25, 29] as const;
const edges = ['confirmed', 'unconfirmed'] as const;
type Edge = (typeof edges)[number];

const nameOf = (radius: number, edge: Edge): string => `cluster-${radius}-${edge}`;

/** A circle is dashed while nothing in it is confirmed. */
export const clusterPicture: ExpressionSpecification = [
  'concat',
  'cluster-',
  ['step', ['get', 'point_count'], '20', 10, '22', 100, '25', 1000, '29'],
  ['case', ['>', ['get', 'confirmed'], 0], '-confirmed', '-unconfirmed'],
];

/** Between circle and ground, as around the marks. */
const plate = 3;

interface Brush {
  readonly pen: CanvasRenderingContext2D;
  readonly middle: number;
}

function disc({ pen, middle }: Brush, radius: number, colour: string): void {
  pen.beginPath();
  pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}

function drawCluster(
  radius: number,
  edge: Edge,
  { card, ink }: ThemeColours,
  pixelRatio: number,
): ImageData {
  const side = 2 * (radius + plate + 1);
  const pixels = Math.round(side * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return new ImageData(pixels, pixels);
  const brush = { pen, middle: side / 2 };
  pen.scale(pixelRatio, pixelRatio);
  disc(brush, radius + plate, card);
  if (edge === 'confirmed') disc(brush, radius, ink);
  else {
    pen.beginPath();
    pen.arc(brush.middle, brush.middle, radius, 0, 2 * Math.PI);
    pen.strokeStyle = ink;
    pen.lineWidth = 2;
    pen.setLineDash([4.2, 3]);
    pen.stroke();
    disc(brush, radius - 3.5, ink);
  }
  return pen.getImageData(0, 0, pixels, pixels);
}

/** Puts the pictures of all circles into the map, or draws them anew. */
export function drawClusters(map: MapLibreMap, { colours }: MapLook, pixelRatio: number): void {
  for (const radius of radii)
    for (const edge of edges) {
      const name = nameOf(radius, edge);
      const image = drawCluster(radius, edge, colours, pixelRatio);
      if (map.hasImage(name)) map.updateImage(name, image);
      else map.addImage(name, image, { pixelRatio });
    }
}
