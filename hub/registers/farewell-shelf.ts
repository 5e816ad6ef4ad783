import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { farewellSchema } from './farewell.ts';
import { jsonFiles } from './json-files.ts';

/** What was left for phones whose account was ended, by register and account, in base64. */
export interface FarewellShelf {
  read(register: string, account: string): Promise<string | undefined>;
  /** On disk when it resolves. */
  keep(register: string, account: string, farewell: string): Promise<void>;
  /** Takes those of all other accounts off the disk. */
  keepOnly(register: string, accounts: readonly string[]): Promise<void>;
  /** Takes all of a register off the disk. */
  drop(register: string): Promise<void>;
}

const storedSchema = v.strictObject({ v: v.literal(1), farewell: farewellSchema });

/** `folder`: absolute folder of what the hub keeps. */
export function openFarewellShelf(folder: string): FarewellShelf {
  const folderOf = (register: string): string => join(folder, 'farewells', register);
  const filesOf = (register: string) => jsonFiles(folderOf(register), storedSchema);
  return {
    read: async (register, account) => (await filesOf(register).read(account))?.farewell,
    keep: (register, account, farewell) => filesOf(register).write(account, { v: 1, farewell }),
    keepOnly: (register, accounts) => filesOf(register).removeOthers(accounts),
    drop: (register) => rm(folderOf(register), { recursive: true, force: true }),
  };
}
