/** One revision in PouchDB's tree: its hash, what is known of it, what was made of it. */
export type RevisionNode = readonly [
  hash: string,
  about: { readonly deleted?: boolean },
  children: readonly RevisionNode[],
];

export interface RevisionRoot {
  /** Generation of the first revision that is still known. */
  readonly pos: number;
  readonly ids: RevisionNode;
}

/** A leaf and all that is known of how it came about. */
export interface Branch {
  /** The leaf, `<generation>-<hash>`. */
  readonly rev: string;
  /** The leaf's generation. */
  readonly start: number;
  /** Hashes, the leaf's first. */
  readonly hashes: readonly string[];
  /** Whether the leaf is a tombstone. */
  readonly deleted: boolean;
}

/** Every leaf of a document. Walks with a list of its own: histories are as deep as they are long. */
export function branchesOf(roots: readonly RevisionRoot[]): readonly Branch[] {
  const branches: Branch[] = [];
  const open = roots.map(({ pos, ids }) => ({ pos, node: ids, before: [] as readonly string[] }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { pos, node, before } = next;
    const [hash, { deleted = false }, children] = node;
    const hashes = [hash, ...before];
    if (children.length === 0)
      branches.push({ rev: `${pos}-${hash}`, start: pos, hashes, deleted });
    for (const child of children) open.push({ pos: pos + 1, node: child, before: hashes });
  }
  return branches;
}

/** Whether a branch has a revision, as its leaf or on the way to it. */
export function hasRevision({ start, hashes }: Branch, rev: string): boolean {
  const generation = Number.parseInt(rev, 10);
  const hash = rev.slice(rev.indexOf('-') + 1);
  return hashes[start - generation] === hash;
}
