import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bytes } from '../../src/base/bytes.ts';
import { makeFolder } from '../make-folder.ts';
import { syncFolder, writeWhole } from './write-whole.ts';

/** Ids of photos, and of those that were removed, each in their order. */
export interface PhotoList {
  readonly photos: readonly string[];
  readonly removed: readonly string[];
}

/** The photos of one register: a file for each, and an empty one for each that was removed. */
export interface PhotoFolder {
  /** Photos and marks of removed ones. */
  entries(): number;
  /** Bytes of all photos. */
  bytes(): number;
  /** On disk when it resolves; for an id that is not there yet. */
  write(id: string, photo: Bytes): Promise<void>;
  /** The mark is on disk before the photo goes, so that it never comes back. */
  remove(id: string): Promise<void>;
}

const mark = '.removed';
const photoAt = (folder: string, id: string): string => join(folder, id);
const markAt = (folder: string, id: string): string => join(folder, id + mark);

const unlessMissing = (error: unknown): undefined => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
};

const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(({ size }) => size, unlessMissing);

export const isRemoved = async (folder: string, id: string): Promise<boolean> =>
  (await sizeOf(markAt(folder, id))) !== undefined;

export const hasPhoto = async (folder: string, id: string): Promise<boolean> =>
  !(await isRemoved(folder, id)) && (await sizeOf(photoAt(folder, id))) !== undefined;

/** Undefined where there is none, and for one that was removed. */
export async function readPhoto(folder: string, id: string): Promise<Bytes | undefined> {
  if (await isRemoved(folder, id)) return undefined;
  const photo = await readFile(photoAt(folder, id)).catch(unlessMissing);
  return photo && new Uint8Array(photo);
}

export async function listPhotos(folder: string): Promise<PhotoList> {
  const names = ((await readdir(folder).catch(unlessMissing)) ?? []).sort();
  const marks = names.filter((name) => name.endsWith(mark));
  const removed = marks.map((name) => name.slice(0, -mark.length));
  const gone = new Set(removed);
  return { photos: names.filter((name) => !name.includes('.') && !gone.has(name)), removed };
}

/** One of a folder at a time; who writes waits for who wrote before. */
export async function openPhotoFolder(folder: string): Promise<PhotoFolder> {
  const { photos, removed } = await listPhotos(folder);
  await clearLeftovers(folder, removed);
  const sizes = await Promise.all(photos.map((id) => sizeOf(photoAt(folder, id))));
  let entries = photos.length + removed.length;
  let bytes = sizes.reduce<number>((sum, size = 0) => sum + size, 0);
  let isMade = false;

  const make = async (): Promise<void> => {
    if (isMade) return;
    await makeFolder(folder);
    for (const above of [dirname(folder), dirname(dirname(folder))]) await syncFolder(above);
    isMade = true;
  };

  return {
    entries: () => entries,
    bytes: () => bytes,
    write: async (id, photo) => {
      await make();
      await writeWhole(photoAt(folder, id), photo);
      entries += 1;
      bytes += photo.length;
    },
    remove: async (id) => {
      await make();
      const size = await sizeOf(photoAt(folder, id));
      if (!(await isRemoved(folder, id))) {
        await writeWhole(markAt(folder, id), '');
        entries += size === undefined ? 1 : 0;
      }
      await rm(photoAt(folder, id), { force: true });
      await syncFolder(folder);
      bytes -= size ?? 0;
    },
  };
}

/** What a crash left: files that were not whole yet, and photos whose mark was. */
async function clearLeftovers(folder: string, removed: readonly string[]): Promise<void> {
  const names = (await readdir(folder).catch(unlessMissing)) ?? [];
  const unfinished = names.filter((name) => name.endsWith('.new'));
  for (const name of [...unfinished, ...removed]) await rm(join(folder, name), { force: true });
}
