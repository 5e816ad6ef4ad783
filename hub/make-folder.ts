import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );

/**
 * Makes a folder and those above it. Step by step, because `mkdir` with `recursive` asks for ever
 * where nobody may make any, as in /proc. Rejects with the system's error.
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  await mkdir(path).catch(async (error: unknown) => {
    // Somebody else may have been quicker.
    if (!(await isFolder(path))) throw error;
  });
}
