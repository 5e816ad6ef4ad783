import type { Failure, Result } from '#base/result.ts';
import { storageFailure } from '#device/storage-trouble.ts';
import { type StoreFailure, storeFailure } from '#register/pouch-trouble.ts';
import type { SaveFailure } from './book.ts';

/** A full disk or a dead connection becomes a value with words; bugs stay exceptions. */
export async function toldInWords<T, E extends Failure = SaveFailure>(
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | StoreFailure>> {
  try {
    return await work();
  } catch (error) {
    const failure = storageFailure(error);
    return failure ? { ok: false, error: failure } : storeFailure(error);
  }
}
