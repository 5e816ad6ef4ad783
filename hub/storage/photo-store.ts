import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bytes, equalBytes } from '../../src/base/bytes.ts';
import { type Failure, fail, ok, type Result } from '../../src/base/result.ts';
import { oneAtATime } from './in-turn.ts';
import {
  hasPhoto,
  isRemoved,
  listPhotos,
  openPhotoFolder,
  type PhotoFolder,
  type PhotoList,
  readPhoto,
} from './photo-folder.ts';

/** Sealed photos, by register and a random id; each is written once and never changed. */
export interface PhotoStore {
  /**
   * On disk when it resolves; the same once more is fine. `taken`: another one has this id.
   * `removed`: it was erased, and does not come back. `full`: this register has enough of them.
   */
  put(
    register: string,
    id: string,
    photo: Bytes,
  ): Promise<Result<null, Failure<'taken' | 'removed' | 'full'>>>;
  read(register: string, id: string): Promise<Bytes | undefined>;
  wasRemoved(register: string, id: string): Promise<boolean>;
  /** Off the disk when it resolves. One that never came is not taken later, either. */
  remove(register: string, id: string): Promise<void>;
  /** Which of these are there, and which were removed. */
  held(register: string, ids: readonly string[]): Promise<PhotoList>;
  list(register: string): Promise<PhotoList>;
  /** One that was kept before, as in a backup: there is room for it. */
  putBack(register: string, id: string, photo: Bytes): Promise<void>;
  /** Takes all of a register off the disk. */
  drop(register: string): Promise<void>;
}

export interface PhotoStoreOptions {
  /** Absolute folder; each register gets a folder in it. */
  readonly folder: string;
  /** Photos of one register, with those that were removed. */
  readonly most: number;
  /** Bytes of all photos of one register. */
  readonly mostBytes: number;
  /** False for a register that is gone for good, so that a late request does not make it anew. */
  readonly mayKeep: (register: string) => boolean;
}

export function openPhotoStore(options: PhotoStoreOptions): PhotoStore {
  const { most, mostBytes, mayKeep } = options;
  const folderOf = (register: string): string => join(options.folder, register);
  const opened = new Map<string, PhotoFolder>();
  const inTurn = oneAtATime();

  /** In turn alone. */
  const open = async (register: string): Promise<PhotoFolder> => {
    if (!mayKeep(register)) throw new Error(`The register ${register} is closed.`);
    const folder = opened.get(register) ?? (await openPhotoFolder(folderOf(register)));
    opened.set(register, folder);
    return folder;
  };

  const put = async (register: string, id: string, photo: Bytes) => {
    const folder = await open(register);
    if (await isRemoved(folderOf(register), id)) return fail('removed');
    const there = await readPhoto(folderOf(register), id);
    if (there) return equalBytes(there, photo) ? ok(null) : fail('taken');
    const isFull = folder.entries() >= most || folder.bytes() + photo.length > mostBytes;
    if (isFull) return fail('full');
    await folder.write(id, photo);
    return ok(null);
  };

  const remove = async (register: string, id: string) => {
    const folder = await open(register);
    // Marks of photos that never came must not fill the disk.
    const hasRoom = folder.entries() < most;
    if (hasRoom || (await hasPhoto(folderOf(register), id))) await folder.remove(id);
  };

  const held = async (register: string, ids: readonly string[]) => {
    const folder = folderOf(register);
    const states = await Promise.all(
      ids.map(async (id) => ({
        id,
        is: await hasPhoto(folder, id),
        was: await isRemoved(folder, id),
      })),
    );
    return {
      photos: states.flatMap(({ id, is }) => (is ? [id] : [])),
      removed: states.flatMap(({ id, was }) => (was ? [id] : [])),
    };
  };

  return {
    put: (register, id, photo) => inTurn(() => put(register, id, photo)),
    read: (register, id) => readPhoto(folderOf(register), id),
    wasRemoved: (register, id) => isRemoved(folderOf(register), id),
    remove: (register, id) => inTurn(() => remove(register, id)),
    held,
    list: (register) => listPhotos(folderOf(register)),
    putBack: (register, id, photo) => inTurn(async () => (await open(register)).write(id, photo)),
    drop: (register) =>
      inTurn(async () => {
        opened.delete(register);
        await rm(folderOf(register), { recursive: true, force: true });
      }),
  };
}
