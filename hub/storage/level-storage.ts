import { rm } from 'node:fs/promises';
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
  /** Bytes on disk one circle may take. */
  readonly circleSize?: number;
  readonly onMoved?: (circle: string, seq: number) => void;
  /** False for a circle that is gone for good, so that a late request does not make it anew. */
  readonly mayOpen?: (circle: string) => boolean;
}

const usualAtOnce = 64;

/** Every circle as a LevelDB of its own. Only one process may have the folder. */
export function openLevelStorage(options: LevelStorageOptions): HubStorage {
  const {
    folder,
    atOnce = usualAtOnce,
    circleSize = Number.POSITIVE_INFINITY,
    onMoved,
    mayOpen = () => true,
  } = options;
  const folderOf = (circle: string): string => join(folder, circle);
  const circles = keepFew(atOnce, async (circle) => {
    if (!mayOpen(circle)) throw new Error(`The circle ${circle} is closed.`);
    await makeFolder(folder);
    const tell = (seq: number) => onMoved?.(circle, seq);
    return openLevelCircle(folderOf(circle), { onMoved: tell, mostBytes: circleSize });
  });
  return {
    use: circles.use,
    drop: (circle) =>
      circles.without(circle, () => rm(folderOf(circle), { recursive: true, force: true })),
    stop: circles.stop,
  };
}
