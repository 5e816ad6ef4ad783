import { join } from 'node:path';
import { circles } from '../../src/domain/sharing/level.ts';
import { circleName } from '../api/circle-address.ts';
import type { Register } from '../registers/register.ts';
import { openRegisterShelf } from '../registers/register-shelf.ts';
import { sizeOfFolder } from '../storage/size-of-folder.ts';

/** Ids, sizes, numbers of accounts and the last day anybody came: all that a hub knows. */
export async function listRegisters(folder: string, say: (line: string) => void): Promise<number> {
  const registers = (await openRegisterShelf(folder)).all();
  for (const [register, content] of registers) {
    const sizes = await Promise.all(
      circles.map(async (circle) => {
        const bytes = await sizeOfFolder(join(folder, 'circles', circleName({ register, circle })));
        return `${circle} ${megabytes(bytes)}`;
      }),
    );
    const photos = megabytes(await sizeOfFolder(join(folder, 'photos', register)));
    const accounts = Object.keys(content.accounts).length;
    say(
      [
        register,
        ...sizes,
        `photos ${photos}`,
        `${accounts} accounts`,
        `last seen ${lastSeen(content)}`,
      ].join('  '),
    );
  }
  say(registers.size === 1 ? '1 register' : `${registers.size} registers`);
  return 0;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const lastSeen = ({ accounts }: Register): string =>
  Object.values(accounts)
    .flatMap(({ seen }) => seen ?? [])
    .sort()
    .at(-1) ?? 'never';
