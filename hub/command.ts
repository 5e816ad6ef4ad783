import { resolve } from 'node:path';
import { askRunningHub } from './command/control.ts';
import { listRegisters } from './command/list-registers.ts';
import { fulfil, readWish, type Say } from './command/wish.ts';
import { usualLimits } from './limits.ts';
import { readSettings } from './settings.ts';
import { openSharing } from './sharing.ts';

const usage = `npm run hub -- registers                    what this hub keeps, by size
npm run hub -- backup <register> <file>     a copy of one register; keep it 30 days at most
npm run hub -- restore <file>               puts such a copy into a hub that does not have it
npm run hub -- close <register>             for good: its id is never taken again`;

/**
 * What an operator does by hand; nothing of it can read a record. A hub that runs does it itself,
 * since nobody else may touch its folder meanwhile. Resolves with the exit code.
 */
export async function runCommand(
  words: readonly string[],
  folder: string,
  say: Say,
): Promise<number> {
  if (words.join() === 'registers') return listRegisters(folder, say);
  const wish = readWish(words);
  if (!wish) {
    say(usage);
    return 2;
  }
  const code = await askRunningHub(folder, wish, say);
  if (code !== undefined) return code;
  const sharing = await openSharing(folder, usualLimits);
  try {
    return await fulfil(wish, sharing, say);
  } finally {
    await sharing.stop();
  }
}

if (import.meta.filename === process.argv[1]) {
  const { dataFolder } = readSettings(process.env);
  process.umask(0o077);
  const code = await runCommand(process.argv.slice(2), resolve(dataFolder), console.log).catch(
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    },
  );
  process.exit(code);
}
