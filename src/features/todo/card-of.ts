import type { ThingRow } from '#domain/record/thing-row.ts';

/** Where a thing is shown whole. */
export const cardOf = ({ id, type }: Pick<ThingRow, 'id' | 'type'>): string =>
  type === 'register' ? '/register' : `/asset/${id}`;
