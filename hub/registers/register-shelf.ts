import { join } from 'node:path';
import * as v from 'valibot';
import { jsonFiles } from './json-files.ts';
import { type Account, type Register, registerSchema } from './register.ts';

/** An account and where it belongs. */
export interface Known {
  readonly register: string;
  readonly id: string;
  readonly account: Account;
}

/** All registers in memory, each in a file of its own on disk. */
export interface RegisterShelf {
  all(): ReadonlyMap<string, Register>;
  /** Ids that are refused for good. */
  closed(): ReadonlySet<string>;
  /** The account of this id, whatever its register. */
  account(id: string): Known | undefined;
  /** In memory only once it is on disk. */
  keep(register: string, content: Register): Promise<void>;
  /** In memory now, on disk with what is written next, or at `writeRest`. */
  keepSoon(register: string, content: Register): void;
  /** For good: its id is on the list of those refused before the rest is gone. */
  close(register: string, day: string): Promise<void>;
  writeRest(): Promise<void>;
}

/** `folder`: absolute folder of what the hub keeps. */
export async function openRegisterShelf(folder: string): Promise<RegisterShelf> {
  const files = jsonFiles(join(folder, 'registers'), registerSchema);
  const closedFiles = jsonFiles(join(folder, 'closed'), v.strictObject({ closed: v.string() }));
  const registers = new Map<string, Register>();
  const closed = new Set((await closedFiles.readAll()).keys());
  /** Which register an account belongs to. */
  const homes = new Map<string, string>();
  const unwritten = new Set<string>();

  const put = (register: string, content: Register | undefined): void => {
    for (const id of Object.keys(registers.get(register)?.accounts ?? {})) homes.delete(id);
    for (const id of Object.keys(content?.accounts ?? {})) homes.set(id, register);
    if (content) registers.set(register, content);
    else registers.delete(register);
    unwritten.delete(register);
  };
  for (const [register, content] of await files.readAll())
    if (!closed.has(register)) put(register, content);

  return {
    all: () => registers,
    closed: () => closed,
    account: (id) => {
      const register = homes.get(id);
      const account = register && registers.get(register)?.accounts[id];
      return register && account ? { register, id, account } : undefined;
    },
    keep: async (register, content) => {
      await files.write(register, content);
      put(register, content);
    },
    keepSoon: (register, content) => {
      put(register, content);
      unwritten.add(register);
    },
    close: async (register, day) => {
      await closedFiles.write(register, { closed: day });
      closed.add(register);
      put(register, undefined);
      await files.remove(register);
    },
    writeRest: async () => {
      for (const register of unwritten) {
        const content = registers.get(register);
        if (content) await files.write(register, content);
      }
      unwritten.clear();
    },
  };
}
