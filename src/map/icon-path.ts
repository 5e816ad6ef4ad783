const numberOf = (element: Element, name: string): number =>
  Number(element.getAttribute(name) ?? 0);

function round(path: Path2D, element: Element): void {
  const [x, y] = [numberOf(element, 'cx'), numberOf(element, 'cy')];
  const radius = numberOf(element, 'r');
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
}

function straight(path: Path2D, element: Element): void {
  path.moveTo(numberOf(element, 'x1'), numberOf(element, 'y1'));
  path.lineTo(numberOf(element, 'x2'), numberOf(element, 'y2'));
}

function boxed(path: Path2D, element: Element): void {
  const [x, y] = [numberOf(element, 'x'), numberOf(element, 'y')];
  const [width, height] = [numberOf(element, 'width'), numberOf(element, 'height')];
  path.roundRect(x, y, width, height, numberOf(element, 'rx'));
}

function cornered(path: Path2D, element: Element): void {
  const points = (element.getAttribute('points') ?? '').trim();
  path.addPath(new Path2D(`M${points}${element.tagName === 'polygon' ? 'z' : ''}`));
}

const drawers: Readonly<Record<string, (path: Path2D, element: Element) => void>> = {
  path: (path, element) => path.addPath(new Path2D(element.getAttribute('d') ?? '')),
  circle: round,
  line: straight,
  rect: boxed,
  polyline: cornered,
  polygon: cornered,
};

/** The lines of an icon as React has drawn it, on lucide's grid of 24 × 24, for a canvas. */
export function iconPath(icon: Element): Path2D {
  const path = new Path2D();
  for (const element of icon.children) drawers[element.tagName]?.(path, element);
  return path;
}
