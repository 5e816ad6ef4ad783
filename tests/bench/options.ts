import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Ids of rows; empty means all. */
  readonly only: readonly string[];
  /** Small sizes and few rounds, for working on the bench itself: the figures mean nothing. */
  readonly quick: boolean;
  /** A built app to measure instead of building one. */
  readonly dist: string | undefined;
}

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      quick: { type: 'boolean', default: false },
      dist: { type: 'string' },
    },
  });
  const only = values.only.split(',').map((id) => id.trim().toUpperCase());
  return { only: only.filter(Boolean), quick: values.quick, dist: values.dist };
}
