import type { Json } from '#base/json.ts';

/** Whether lists and objects stand more than `limit` deep in each other; looks no deeper. */
export function isDeeperThan(value: Json, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((inner) => isDeeperThan(inner, limit - 1));
}
