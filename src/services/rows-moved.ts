import { isJsonObject } from '#base/json.ts';
import type { RowsMoved } from './create-services.ts';

const areIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** What another tab says, which may run another version: nothing where it is not understood. */
export function readRowsMoved(data: unknown): RowsMoved | undefined {
  if (!isJsonObject(data)) return undefined;
  const { register, changed, removed } = data;
  if (typeof register !== 'string' || !areIds(changed) || !areIds(removed)) return undefined;
  return { register, changed, removed };
}
