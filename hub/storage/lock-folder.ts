import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { durableLevel } from './durable-level.ts';

/** Lets another process in. */
export type Unlock = () => Promise<void>;

/**
 * Takes the data folder for this process alone, or resolves with undefined where another one has
 * it. An empty LevelDB is the lock: the system lets go of it however the process ends.
 */
export async function lockFolder(folder: string): Promise<Unlock | undefined> {
  await makeFolder(folder);
  const lock = durableLevel(join(folder, 'lock'));
  const isMine = await new Promise<boolean>((resolve) => {
    lock.open({}, (error) => resolve(!error));
  });
  if (!isMine) return undefined;
  return () =>
    new Promise((resolve, reject) => {
      lock.close((error) => (error ? reject(error) : resolve()));
    });
}
