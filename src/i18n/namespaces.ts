/**
 * Every catalogue there is. A new one = a file `en-GB/<name>.json` and one line here.
 * The types of all keys follow from the files.
 */
export interface Catalogues {
  readonly common: typeof import('./en-GB/common.json');
  readonly errors: typeof import('./en-GB/errors.json');
  readonly kinds: typeof import('./en-GB/kinds.json');
}

export type Namespace = keyof Catalogues;

/** Loaded before the first screen, so what every screen says never waits. */
export const startNamespaces = ['common', 'errors', 'kinds'] as const satisfies readonly Namespace[];
