import { metresInDegrees } from '../box.ts';
import { areWithin, type Line, metresApart, type Spot } from './lines.ts';

type Lines = readonly Line[];

/** Places along the lines, at most `step` metres from one to the next. */
function along(lines: Lines, step: number): Spot[] {
  return lines.flatMap((line) =>
    line.flatMap((b, n): Spot[] => {
      const a = line[n - 1] ?? b;
      const parts = Math.max(1, Math.ceil(metresApart(a, b) / step));
      return Array.from({ length: parts }, (_, part): Spot => {
        const share = (part + 1) / parts;
        return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      });
    }),
  );
}

/** Squares of so many metres; what is nearer than that is in the same or in a neighbouring one. */
function createSquares(metres: number, lat: number) {
  const degree = metresInDegrees(lat);
  const squares = new Map<string, Set<number>>();
  const place = ([lon, lat2]: Spot): readonly [number, number] => [
    Math.floor((lon * degree.lon) / metres),
    Math.floor((lat2 * degree.lat) / metres),
  ];
  return {
    add(spot: Spot, n: number): void {
      const key = place(spot).join(' ');
      squares.set(key, (squares.get(key) ?? new Set()).add(n));
    },
    around(spot: Spot): number[] {
      const [x, y] = place(spot);
      return [-1, 0, 1].flatMap((dx) =>
        [-1, 0, 1].flatMap((dy) => [...(squares.get(`${x + dx} ${y + dy}`) ?? [])]),
      );
    },
  };
}

/** Sets that are joined until all that belongs together has one head (Galler and Fischer 1964). */
function createSets(count: number) {
  const heads = Array.from({ length: count }, (_, n) => n);
  const headOf = (n: number): number => {
    let head = n;
    while (heads[head] !== head) {
      heads[head] = heads[heads[head] ?? 0] ?? 0;
      head = heads[head] ?? 0;
    }
    return head;
  };
  return {
    headOf,
    join(a: number, b: number): void {
      heads[Math.max(headOf(a), headOf(b))] = Math.min(headOf(a), headOf(b));
    },
  };
}

/**
 * Numbers of the lines that belong together, because they are at most `metres` apart or both near
 * to a third. In order. A name that thousands of ways bear is no reason to compare each with each.
 */
export function nearTo(all: readonly Lines[], metres: number): readonly (readonly number[])[] {
  const spots = all.map((lines) => along(lines, metres / 2));
  const squares = createSquares(metres * 1.5, spots[0]?.[0]?.[1] ?? 0);
  spots.forEach((there, n) => {
    for (const spot of there) squares.add(spot, n);
  });
  const sets = createSets(all.length);
  spots.forEach((there, n) => {
    for (const other of there.flatMap(squares.around))
      if (
        sets.headOf(other) !== sets.headOf(n) &&
        areWithin(metres, all[n] ?? [], all[other] ?? [])
      )
        sets.join(n, other);
  });
  const groups = new Map<number, number[]>();
  for (let n = 0; n < all.length; n += 1) {
    const head = sets.headOf(n);
    const group = groups.get(head);
    if (group) group.push(n);
    else groups.set(head, [n]);
  }
  return [...groups.values()];
}
