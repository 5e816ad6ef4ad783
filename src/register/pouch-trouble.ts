import { type Failure, fail, type Result } from '#base/result.ts';

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

/** What PouchDB's idb adapter says when the disk is full or its connection died, as a value. */
export function storeFailure(error: unknown): Result<never, StoreFailure> {
  if (!isObject(error)) throw error;
  const said = [error.name, error.reason, error.message].join(' ');
  if (/quota/i.test(said)) return fail('disk-full');
  if (
    /indexed_db_went_bad|InvalidState|database (is|was) closed|aborted|unknown_error/i.test(said)
  ) {
    return fail('storage-lost');
  }
  throw error;
}
