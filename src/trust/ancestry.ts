import type { VerifiedAct } from './act.ts';

/** What a log grows from: the founding record. */
export interface Root {
  /** SHA-256, in hex, of the founding record's canonical text. */
  readonly name: string;
  /** Register id: the first half of it. */
  readonly register: string;
  /** The founding device's Ed25519 public key, base64. */
  readonly founder: string;
}

/**
 * Acts in an order in which each stands behind all it has seen: by depth, then by name. Place 0
 * is the root. The order is the same for any order of arrival.
 */
export interface Ancestry {
  readonly rootName: string;
  /** `acts[0]` is undefined: the root is no act. */
  readonly acts: readonly (VerifiedAct | undefined)[];
  /** Names of acts of which something they have seen is not here yet. */
  readonly waiting: readonly string[];
  placeOf(name: string): number | undefined;
  /** Whether whoever signed the act at `later` had seen the one at `earlier`. */
  hasSeen(later: number, earlier: number): boolean;
}

export function ancestry(root: Root, acts: Iterable<VerifiedAct>): Ancestry {
  const byName = new Map<string, VerifiedAct>();
  for (const act of acts) byName.set(act.name, act);
  byName.delete(root.name);
  const depths = depthsOf(root, byName);
  const ordered = [...byName.values()]
    .filter(({ name }) => depths.has(name))
    .sort(
      (a, b) => (depths.get(a.name) ?? 0) - (depths.get(b.name) ?? 0) || (a.name < b.name ? -1 : 1),
    );
  const places = new Map([
    [root.name, 0],
    ...ordered.map(({ name }, at) => [name, at + 1] as const),
  ]);
  const seen = seenBy(ordered, places);
  return {
    rootName: root.name,
    acts: [undefined, ...ordered],
    waiting: [...byName.keys()].filter((name) => !depths.has(name)).sort(),
    placeOf: (name) => places.get(name),
    hasSeen: (later, earlier) =>
      (((seen[later]?.[earlier >>> 5] ?? 0) >>> (earlier & 31)) & 1) === 1,
  };
}

/** Longest way from the root; what can't be reached has none. No recursion: logs are long. */
function depthsOf(root: Root, byName: ReadonlyMap<string, VerifiedAct>): Map<string, number> {
  const children = new Map<string, string[]>();
  const missing = new Map<string, number>();
  for (const { name, prev } of byName.values()) {
    missing.set(name, prev.length);
    for (const parent of prev) listIn(children, parent).push(name);
  }
  const depths = new Map([[root.name, 0]]);
  const ready = [root.name];
  for (let parent = ready.pop(); parent !== undefined; parent = ready.pop()) {
    for (const child of children.get(parent) ?? []) {
      const left = (missing.get(child) ?? 0) - 1;
      missing.set(child, left);
      if (left > 0) continue;
      const parents = byName.get(child)?.prev ?? [];
      depths.set(child, 1 + Math.max(...parents.map((name) => depths.get(name) ?? 0)));
      ready.push(child);
    }
  }
  depths.delete(root.name);
  return depths;
}

/** One bit for each earlier place: a log of 2,000 acts takes a quarter of a megabyte. */
function seenBy(
  ordered: readonly VerifiedAct[],
  places: ReadonlyMap<string, number>,
): readonly Uint32Array[] {
  const rows: Uint32Array[] = [new Uint32Array(0)];
  for (const [at, { prev }] of ordered.entries()) {
    const row = new Uint32Array(((at + 1) >>> 5) + 1);
    for (const name of prev) {
      const parent = places.get(name) ?? 0;
      unite(row, rows[parent] ?? row);
      row[parent >>> 5] = (row[parent >>> 5] ?? 0) | (1 << (parent & 31));
    }
    rows.push(row);
  }
  return rows;
}

function unite(row: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < other.length; word += 1) {
    row[word] = (row[word] ?? 0) | (other[word] ?? 0);
  }
}

export function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
