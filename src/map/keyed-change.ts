interface Keyed {
  readonly id: string;
}

export interface Change<F> {
  readonly remove: string[];
  readonly add: F[];
}

interface Rules<T, F> {
  readonly isSame: (a: T, b: T) => boolean;
  readonly feature: (thing: T) => F;
}

/**
 * What turns the things drawn into the things wanted, or `all` when sending everything again costs
 * no more. One that changed is taken away and added: removal comes first.
 */
export function keyedChange<T extends Keyed, F>(
  drawn: ReadonlyMap<string, T>,
  wanted: readonly T[],
  { isSame, feature }: Rules<T, F>,
): Change<F> | 'none' | 'all' {
  const ids = new Set(wanted.map(({ id }) => id));
  const gone = [...drawn.keys()].filter((id) => !ids.has(id));
  const changed = wanted.filter((thing) => {
    const before = drawn.get(thing.id);
    return !before || !(before === thing || isSame(before, thing));
  });
  if (gone.length === 0 && changed.length === 0) return 'none';
  if (gone.length + changed.length > drawn.size / 4) return 'all';
  const again = changed.flatMap(({ id }) => (drawn.has(id) ? [id] : []));
  return { remove: [...gone, ...again], add: changed.map(feature) };
}
