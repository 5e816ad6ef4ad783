import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import type { HubStorage } from './hub-storage.ts';
import { keepFew } from './keep-few.ts';
import { openLevelCircle } from './level-circle.ts';

export interface LevelStorageOptions {
  /** Absolute folder; each circle gets a folder in it. */
  readonly folder: string;
  /** Databases open at once; more are closed again as soon as nobody uses them. */
  readonly atOnce?: number;
  readonly onMoved?: (circle: string, seq: number) => void;
}

const usualAtOnce = 64;

/** Every circle as a LevelDB of its own. Only one process may have the folder. */
export function openLevelStorage(options: LevelStorageOptions): HubStorage {
  const { folder, atOnce = usualAtOnce, onMoved } = options;
  const folderOf = (circle: string): string => join(folder, circle);
  const circles = keepFew(atOnce, async (circle) => {
    await makeFolder(folder);
    return openLevelCircle(folderOf(circle), (seq) => onMoved?.(circle, seq));
  });
  return {
    use: circles.use,
    drop: (circle) =>
      circles.without(circle, () => rm(folderOf(circle), { recursive: true, force: true })),
    stop: circles.stop,
  };
}

/** Bytes of all files in a folder; 0 where there is none. */
export async function sizeOfFolder(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
