import { randomUUID } from 'node:crypto';
import {
  access,
  constants,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { packFileName } from '#base/pack-file-name.ts';
import { packBytesMax } from '#pack/limits.ts';
import { readPack } from '#pack/read-pack.ts';
import { makeFolder } from '../../hub/make-folder.ts';

/** A line of `index.json`, from which the app lets people choose. */
export interface ListedPack {
  /** Name of the file in the same folder. */
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
  /** Day of the map data, `2026-08-22`; absent where the pack does not tell. */
  readonly day?: string;
  readonly attribution: string;
}

export const listFile = 'index.json';

/** Makes the folder, or rejects where nothing can be written there: better told before the work. */
export async function readyFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  await access(folder, constants.W_OK);
}

/** Whoever reads sees the file as it was or as it is, never half of it. */
export async function writeWhole(
  folder: string,
  file: string,
  content: Uint8Array | string,
): Promise<void> {
  await makeFolder(folder);
  const beside = join(folder, `.${file}.${randomUUID()}`);
  try {
    await writeFile(beside, content);
    await rename(beside, join(folder, file));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function listed(folder: string, file: string): Promise<ListedPack | undefined> {
  const path = join(folder, file);
  const status = await stat(path).catch(() => undefined);
  if (!status?.isFile() || status.size > packBytesMax) return undefined;
  const content = await readFile(path).catch(() => undefined);
  if (!content) return undefined;
  const read = await readPack(new Blob([new Uint8Array(content)]), file);
  if (!read.ok) return undefined;
  const { name, bytes, bounds, attribution, day } = read.value;
  return { file, name, bytes, bounds, ...(day && { day }), attribution };
}

/** Makes the list anew from the packs in the folder; what is none, or cannot be asked for by its name, is not in it. */
export async function writePackList(folder: string): Promise<readonly ListedPack[]> {
  const files = (await readdir(folder)).filter((file) => packFileName.test(file)).sort();
  const list: ListedPack[] = [];
  for (const file of files) {
    const pack = await listed(folder, file);
    if (pack) list.push(pack);
  }
  await writeWhole(folder, listFile, `${JSON.stringify(list, null, 2)}\n`);
  return list;
}
