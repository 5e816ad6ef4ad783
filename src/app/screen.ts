import { type ComponentType, lazy } from 'react';

/**
 * A screen, or a part of one, is a named export of its feature, fetched when first shown and kept
 * by the worker. List and Add come with the start: in one file they are 10 KB less than in many.
 */
export const screen = <N extends string, P = object>(
  load: () => Promise<Readonly<Record<N, ComponentType<P>>>>,
  name: N,
) => lazy(async () => ({ default: (await load())[name] }));
