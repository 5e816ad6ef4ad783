import type { Failure, Result } from '#base/result.ts';

export type StoreFailure = Failure<'disk-full' | 'storage-lost'>;

interface PouchError {
  readonly status?: number;
  readonly name?: string;
  readonly reason?: string;
  readonly message?: string;
}

const isObject = (value: unknown): value is PouchError =>
  typeof value === 'object' && value !== null;

export const isMissing = (error: unknown): boolean => isObject(error) && error.status === 404;
export const isConflict = (error: unknown): boolean => isObject(error) && error.status === 409;

/** What PouchDB's idb adapter says when the disk is full or its connection died. */
export function storeTrouble(error: unknown): StoreFailure | undefined {
  if (!isObject(error)) return undefined;
  const said = [error.name, error.reason, error.message].join(' ');
  if (/quota/i.test(said)) return { kind: 'disk-full' };
  const isLost =
    /indexed_db_went_bad|InvalidState|database (is|was) closed|aborted|unknown_error/i.test(said);
  return isLost ? { kind: 'storage-lost' } : undefined;
}

/** That trouble as a value; bugs stay exceptions. */
export function storeFailure(error: unknown): Result<never, StoreFailure> {
  const trouble = storeTrouble(error);
  if (!trouble) throw error;
  return { ok: false, error: trouble };
}
