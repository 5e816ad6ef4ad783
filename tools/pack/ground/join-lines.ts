type Line = readonly number[];

const ends = (line: Line): readonly [first: number, last: number] => [
  line[0] ?? Number.NaN,
  line.at(-1) ?? Number.NaN,
];

export const isClosed = (line: Line): boolean => line.length > 3 && line[0] === line.at(-1);

/** Lines not yet used, by the nodes at their ends. */
function createLoose(lines: readonly Line[], mayTurn: boolean) {
  const loose = new Set(lines.keys());
  const atNode = new Map<number, number[]>();
  const note = (node: number, n: number) => {
    const there = atNode.get(node);
    if (there) there.push(n);
    else atNode.set(node, [n]);
  };
  lines.forEach((line, n) => {
    const [first, last] = ends(line);
    note(first, n);
    if (mayTurn && last !== first) note(last, n);
  });
  return {
    take(n: number): boolean {
      return loose.delete(n);
    },
    /** A line that goes on from this node, turned to begin there. */
    from(node: number): Line | undefined {
      const next = atNode.get(node)?.find((n) => loose.has(n));
      const line = next === undefined ? undefined : lines[next];
      if (next === undefined || !line) return undefined;
      loose.delete(next);
      return line[0] === node ? line : [...line].reverse();
    },
  };
}

/**
 * Joins lines (of node ids) end to end, each used once, until they close or nothing goes on. With
 * `mayTurn` a line may be gone along backwards: borders have no direction, coasts have.
 */
export function joinLines(given: readonly Line[], mayTurn: boolean): readonly Line[] {
  const lines = given.filter((line) => line.length > 1);
  const loose = createLoose(lines, mayTurn);
  const joined: Line[] = [];
  // Without turning, a chain must be begun at its start, or it would come out in pieces.
  const targets = new Set(lines.map((line) => ends(line)[1]));
  const startsFirst = mayTurn
    ? [...lines.keys()]
    : [...lines.keys()].sort((a, b) => rank(lines[a], targets) - rank(lines[b], targets) || a - b);
  for (const n of startsFirst) {
    const line = lines[n];
    if (!line || !loose.take(n)) continue;
    joined.push(grown(line, loose, mayTurn));
  }
  return joined;
}

const rank = (line: Line | undefined, targets: ReadonlySet<number>): number =>
  line && targets.has(ends(line)[0]) ? 1 : 0;

function grown(line: Line, loose: ReturnType<typeof createLoose>, mayTurn: boolean): Line {
  const forward = goneOn([...line], loose);
  if (isClosed(forward) || !mayTurn) return forward;
  return goneOn(forward.reverse(), loose);
}

function goneOn(chain: number[], loose: ReturnType<typeof createLoose>): number[] {
  while (!isClosed(chain)) {
    const next = loose.from(chain.at(-1) ?? Number.NaN);
    if (!next) break;
    for (const node of next.slice(1)) chain.push(node);
  }
  return chain;
}
