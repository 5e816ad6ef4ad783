import { resolve } from 'node:path';
import { readAs } from './api/answer.ts';
import { backUp } from './command/back-up.ts';
import { listRegisters } from './command/list-registers.ts';
import { restore } from './command/restore.ts';
import { usualLimits } from './limits.ts';
import { idSchema } from './registers/register.ts';
import { readSettings } from './settings.ts';
import { openSharing, type Sharing } from './sharing.ts';

const usage = `npm run hub -- registers                    what this hub keeps, by size
npm run hub -- backup <register> <file>     a copy of one register; keep it 30 days at most
npm run hub -- restore <file>               puts such a copy into a hub that does not have it
npm run hub -- close <register>             for good: its id is never taken again`;

/**
 * What an operator does by hand; nothing of it can read a record. All but `registers` need the
 * hub to be stopped. Resolves with the exit code.
 */
export async function runCommand(
  args: readonly string[],
  folder: string,
  say: (line: string) => void,
): Promise<number> {
  const [name, first = '', second = ''] = args;
  if (name === 'registers' && args.length === 1) return listRegisters(folder, say);
  const register = readAs(idSchema, first);
  if (name === 'backup' && register && second)
    return inStoppedHub(folder, (sharing) => backUp(sharing, register, resolve(second), say));
  if (name === 'restore' && first && !second)
    return inStoppedHub(folder, (sharing) => restore(sharing, resolve(first), say));
  if (name === 'close' && register && !second)
    return inStoppedHub(folder, (sharing) => closeRegister(sharing, register, say));
  say(usage);
  return 2;
}

async function inStoppedHub(
  folder: string,
  work: (sharing: Sharing) => Promise<number>,
): Promise<number> {
  const sharing = await openSharing(folder, usualLimits);
  try {
    return await work(sharing);
  } finally {
    await sharing.stop();
  }
}

async function closeRegister(
  sharing: Sharing,
  register: string,
  say: (line: string) => void,
): Promise<number> {
  await sharing.closeRegister(register);
  say(`${register} is closed. Phones that ask for it are told so.`);
  return 0;
}

if (import.meta.filename === process.argv[1]) {
  const { dataFolder } = readSettings(process.env);
  const code = await runCommand(process.argv.slice(2), resolve(dataFolder), console.log).catch(
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    },
  );
  process.exit(code);
}
