import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { makeFolder } from '../make-folder.ts';
import { writeWhole } from '../storage/write-whole.ts';

export interface JsonFiles<T> {
  /** All of them by name. Throws for one that can't be read: nothing may be taken for empty. */
  readAll(): Promise<ReadonlyMap<string, T>>;
  /** Undefined where there is none. Throws for one that can't be read. */
  read(name: string): Promise<T | undefined>;
  /** On disk when it resolves. */
  write(name: string, value: T): Promise<void>;
  remove(name: string): Promise<void>;
  /** Takes all but these off the disk, and what a crash left of any. */
  removeOthers(names: readonly string[]): Promise<void>;
}

const ending = '.json';

/** A folder with one small file for each thing of a kind. */
export function jsonFiles<T>(folder: string, schema: v.GenericSchema<unknown, T>): JsonFiles<T> {
  const pathOf = (name: string): string => join(folder, name + ending);
  const parse = (name: string, text: string): T => {
    const parsed = v.safeParse(schema, JSON.parse(text));
    if (!parsed.success) throw new Error(`${pathOf(name)} is not what the hub wrote.`);
    return parsed.output;
  };
  const read = async (name: string): Promise<[string, T]> => [
    name,
    parse(name, await readFile(pathOf(name), 'utf8')),
  ];
  return {
    readAll: async () => {
      const files = await readdir(folder).catch(() => []);
      const names = files.filter((file) => file.endsWith(ending));
      return new Map(await Promise.all(names.map((file) => read(file.slice(0, -ending.length)))));
    },
    read: async (name) => {
      const text = await readFile(pathOf(name), 'utf8').catch(unlessMissing);
      return text === undefined ? undefined : parse(name, text);
    },
    write: async (name, value) => {
      await makeFolder(folder);
      await writeWhole(pathOf(name), JSON.stringify(value));
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    removeOthers: async (names) => {
      const stay = new Set(names.map((name) => name + ending));
      const files = (await readdir(folder).catch(unlessMissing)) ?? [];
      const others = files.filter((file) => !stay.has(file));
      for (const file of others) await rm(join(folder, file), { force: true });
    },
  };
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
