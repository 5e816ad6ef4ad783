import { kindShapes, type MarkKind, markBox } from '#ui/kind-shapes.ts';
import { iconPath } from './icon-path.ts';
import type { ThemeColours } from './theme-colours.ts';

/** CSS px of a mark with its halo; the shape itself is 38 px. */
const side = 46;
const shapeSide = 38;

export interface Mark {
  readonly kind: MarkKind;
  /** Name of the type's picture in the taxonomy; without one the kind's own stands there. */
  readonly icon: string | undefined;
}

export interface MarkLook extends Mark {
  readonly confirmed: boolean;
}

export const markName = ({ kind, icon }: Mark): string => (icon ? `${kind}-${icon}` : kind);

/** The name of the picture in the map's style; a point's feature carries it. */
export const pictureName = (look: MarkLook): string =>
  `${markName(look)}-${look.confirmed ? 'confirmed' : 'unconfirmed'}`;

/** The icon of a mark as React has drawn it. */
export type MarkIcons = (mark: Mark) => Element;

interface Brush {
  readonly pen: CanvasRenderingContext2D;
  readonly colours: ThemeColours;
}

/** A plate in the colour of cards, so that a mark stands out from whatever lies under it. */
function drawPlate({ pen, colours }: Brush, shape: Path2D, confirmed: boolean): void {
  pen.lineJoin = 'round';
  pen.strokeStyle = colours.card;
  pen.lineWidth = confirmed ? 6 : 8;
  pen.stroke(shape);
  pen.fillStyle = colours.card;
  pen.fill(shape);
  if (confirmed) return;
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 2.4;
  pen.setLineDash([5, 3.6]);
  pen.stroke(shape);
  pen.setLineDash([]);
}

function drawFilling({ pen, colours }: Brush, look: MarkLook, shape: Path2D, icon: Element): void {
  const { centre, picture } = kindShapes[look.kind];
  const shrunk = look.confirmed ? 1 : 0.82;
  pen.translate(markBox / 2, markBox / 2);
  pen.scale(shrunk, shrunk);
  pen.translate(-markBox / 2, -markBox / 2);
  pen.fillStyle = colours.kinds[look.kind];
  pen.fill(shape);
  pen.translate(centre[0] - picture / 2, centre[1] - picture / 2);
  pen.scale(picture / 24, picture / 24);
  pen.strokeStyle = colours.onKind;
  pen.lineWidth = 2.2;
  pen.lineCap = 'round';
  pen.stroke(iconPath(icon));
}

/** Shape, colour and icon of a kind for the map, from the same source as everywhere else. */
export function drawMark(
  look: MarkLook,
  icon: Element,
  colours: ThemeColours,
  pixelRatio: number,
): ImageData {
  const canvas = document.createElement('canvas');
  const pixels = Math.round(side * pixelRatio);
  canvas.width = pixels;
  canvas.height = pixels;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return new ImageData(pixels, pixels);
  const edge = (side - shapeSide) / 2;
  pen.scale(pixelRatio, pixelRatio);
  pen.translate(edge, edge);
  pen.scale(shapeSide / markBox, shapeSide / markBox);
  const shape = new Path2D(kindShapes[look.kind].path);
  drawPlate({ pen, colours }, shape, look.confirmed);
  drawFilling({ pen, colours }, look, shape, icon);
  return pen.getImageData(0, 0, pixels, pixels);
}
