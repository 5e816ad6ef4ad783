import type { KeysRow } from '#device/device-db.ts';
import type { Book } from './book.ts';

/** Does `work` at the first call and hands the same promise to every further one. */
export function once<T>(work: () => Promise<T>): (() => Promise<T>) & { hasBegun(): boolean } {
  let promise: Promise<T> | undefined;
  const run = () => {
    promise ??= work();
    return promise;
  };
  return Object.assign(run, { hasBegun: () => promise !== undefined });
}

/** Long after the first screen can be used: what is asked for sooner does not wait for this. */
const laterMs = 4_000;

/** In a quiet moment `afterMs` from now; on a phone that is never quiet a little later. */
export function whenQuiet(work: () => void, afterMs = laterMs): { cancel(): void } {
  const idle = () => requestIdleCallback(work, { timeout: afterMs });
  const quiet = () => ('requestIdleCallback' in globalThis ? idle() : work());
  const timer = setTimeout(quiet, afterMs);
  return { cancel: () => clearTimeout(timer) };
}

/** The open register's commands, before its own code has arrived: each waits for it. */
export function lazyBook(keys: KeysRow, open: () => Promise<Book>): Book {
  return {
    registerId: keys.register,
    memberId: keys.memberId,
    add: async (...given) => (await open()).add(...given),
    change: async (...given) => (await open()).change(...given),
    confirm: async (...given) => (await open()).confirm(...given),
    archive: async (...given) => (await open()).archive(...given),
    remove: async (...given) => (await open()).remove(...given),
    connect: async (...given) => (await open()).connect(...given),
    putBack: async (...given) => (await open()).putBack(...given),
    settle: async (...given) => (await open()).settle(...given),
    read: async (...given) => (await open()).read(...given),
    history: async (...given) => (await open()).history(...given),
    compare: async (...given) => (await open()).compare(...given),
    bringIn: async (...given) => (await open()).bringIn(...given),
    undoImport: async (...given) => (await open()).undoImport(...given),
    readAll: async (...given) => (await open()).readAll(...given),
    rebuild: async (...given) => (await open()).rebuild(...given),
    writers: async () => (await open()).writers(),
    copies: async () => (await open()).copies(),
  };
}
