import { type FileHandle, open, stat } from 'node:fs/promises';
import { PackTrouble } from '../trouble.ts';
import type { Extract } from './elements.ts';
import { openPbf } from './pbf-extract.ts';
import { openXml } from './xml-extract.ts';

const startBytes = 32;
/** gzip, bzip2, xz, zip, Zstandard. */
const packings = ['\u001f\u008b', 'BZh', '\u00fd7zXZ', 'PK', '\u0028\u00b5\u002f\u00fd'];

/** By its first bytes: names of files lie. */
async function kindOf(file: FileHandle): Promise<'pbf' | 'xml' | 'packed' | undefined> {
  const start = new Uint8Array(startBytes);
  const { bytesRead } = await file.read(start, 0, startBytes, 0);
  const text = new TextDecoder('latin1').decode(start.subarray(0, bytesRead));
  if (text.slice(4).includes('OSMHeader')) return 'pbf';
  if (/^(\xef\xbb\xbf)?\s*</.test(text)) return 'xml';
  return packings.some((mark) => text.startsWith(mark)) ? 'packed' : undefined;
}

async function openFile(path: string): Promise<FileHandle> {
  // Asked first: opening a pipe that nobody writes to never ends.
  const status = await stat(path).catch(() => undefined);
  if (status && !status.isFile()) throw new PackTrouble(`${path} is not a file.`);
  try {
    return await open(path);
  } catch {
    throw new PackTrouble(`There is no file ${path}, or it may not be read.`);
  }
}

async function opened(file: FileHandle, path: string): Promise<Extract> {
  const { size } = await file.stat();
  const kind = await kindOf(file);
  if (kind === 'pbf') return openPbf(file, size);
  if (kind === 'xml') return openXml(file, size);
  throw new PackTrouble(
    kind === 'packed'
      ? `${path} is packed. Unpack it first.`
      : `${path} is not an extract of OpenStreetMap (.osm.pbf or .osm).`,
  );
}

/** Throws PackTrouble where the file cannot be read or is no extract. */
export async function openExtract(path: string): Promise<Extract> {
  const file = await openFile(path);
  try {
    return await opened(file, path);
  } catch (error) {
    await file.close();
    throw error;
  }
}
