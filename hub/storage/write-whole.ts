import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Puts a text or bytes in place of a file, whole or not at all, and on disk when it resolves: a new file
 * first, then its name, then the folder that knows the name. Readable by the hub's user alone.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** So that the names in it are on disk. Windows can't open a folder and keeps names by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
