import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FarewellShelf, openFarewellShelf } from '../../../../hub/registers/farewell-shelf.ts';
import { openRegisterBook, type RegisterBook } from '../../../../hub/registers/register-book.ts';
import { foundNow, hubFolders, type MadeUpAccount, madeUpAccount } from '../support/running-hub.ts';

const founded = await foundNow();
const founder = madeUpAccount();
const day = 86_400_000;
let folders: ReturnType<typeof hubFolders>;
let now: number;
let farewells: FarewellShelf;
let book: RegisterBook;

const openBook = async (): Promise<RegisterBook> =>
  openRegisterBook({ folder: folders.dataFolder, mostRegisters: 1, farewells, now: () => now });

beforeEach(async () => {
  folders = hubFolders();
  now = Date.parse('2026-11-26T23:59:00Z');
  farewells = openFarewellShelf(folders.dataFolder);
  book = await openBook();
  const { record: founding } = founded;
  await book.found(founded.id, { account: founder.id, tokenHash: founder.tokenHash, founding });
});
afterEach(() => folders.forget());

const made = async (account = madeUpAccount()): Promise<MadeUpAccount> => {
  const { id, tokenHash } = account;
  await book.put(founded.id, id, { tokenHash, circles: [], mayInvite: false });
  return account;
};
const ended = async (): Promise<MadeUpAccount> => {
  const account = await made();
  await book.end(founded.id, account.id, 'AAAA');
  return account;
};
const isKnown = ({ id }: MadeUpAccount): boolean => book.ended(founded.id, id) !== undefined;
const onDisk = (): readonly string[] => {
  const folder = join(folders.dataFolder, 'farewells', founded.id);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const fileOf = ({ id }: MadeUpAccount): string => `${id}.json`;

describe('ended accounts', () => {
  test('are known by token hash and day alone, and without a farewell not at all', async () => {
    const [account, silent] = [await ended(), await made()];
    await book.end(founded.id, silent.id);
    const { id, tokenHash } = account;
    expect(book.ended(founded.id, id)).toEqual({ account: id, tokenHash, day: '2026-11-26' });
    const file = join(folders.dataFolder, 'registers', `${founded.id}.json`);
    expect(readFileSync(file, 'utf8')).not.toContain(silent.id);
    expect(onDisk()).toEqual([fileOf(account)]);
  });

  test('are 200, and the oldest goes for one more', async () => {
    const all: MadeUpAccount[] = [];
    for (let at = 0; at < 202; at += 1) all.push(await ended());
    const [first, second, ...others] = all;
    expect([first, second].map((one) => one && isKnown(one))).toEqual([false, false]);
    expect(others.every(isKnown)).toBe(true);
    expect(onDisk()).toEqual(others.map(fileOf).sort());
    book = await openBook();
    expect(others.every(isKnown)).toBe(true);
  });

  test('are forgotten after 180 days, from the disk too', async () => {
    const early = await ended();
    now += day;
    const late = await ended();
    now = Date.parse('2026-11-26') + 180 * day - 1;
    await book.sweep();
    expect([early, late].map(isKnown)).toEqual([true, true]);
    now += 1;
    expect([early, late].map(isKnown)).toEqual([false, true]);
    await book.sweep();
    expect(onDisk()).toEqual([fileOf(late)]);
    const file = join(folders.dataFolder, 'registers', `${founded.id}.json`);
    expect(readFileSync(file, 'utf8')).not.toContain(early.id);
  });

  test('are none once somebody comes back under that id with a sheet', async () => {
    const account = await ended();
    const { id, tokenHash } = account;
    expect(await book.recover(founded.id, id, tokenHash)).toMatchObject({ ok: true });
    expect(isKnown(account)).toBe(false);
    expect(onDisk()).toEqual([]);
  });

  test('that were not ended yet when the machine failed have none, and nothing is left', async () => {
    const [account, other] = [await made(), await ended()];
    await farewells.keep(founded.id, account.id, 'AAAA');
    book = await openBook();
    expect(isKnown(account)).toBe(false);
    await book.sweep();
    expect(onDisk()).toEqual([fileOf(other)]);
    await farewells.keep(founded.id, account.id, 'AAAA');
    await book.end(founded.id, account.id);
    expect(isKnown(account)).toBe(false);
    expect(onDisk()).toEqual([fileOf(other)]);
  });

  test('are ended only once their farewell is on the disk', async () => {
    const account = await made();
    const full = { ...farewells, keep: () => Promise.reject(new Error('no room')) };
    const { dataFolder: folder } = folders;
    book = await openRegisterBook({ folder, mostRegisters: 1, farewells: full, now: () => now });
    await expect(book.end(founded.id, account.id, 'AAAA')).rejects.toThrow('no room');
    expect(book.account(account.id)).toBeDefined();
    expect(await book.end(founded.id, account.id)).toMatchObject({ ok: true });
  });

  test('are not among those a full register has no room for', async () => {
    const some = await ended();
    for (let at = 1; at < 200; at += 1) await made();
    const { tokenHash } = some;
    const again = await book.put(founded.id, some.id, { tokenHash, circles: [], mayInvite: false });
    expect(again).toMatchObject({ ok: false, error: { kind: 'full' } });
    expect(isKnown(some)).toBe(true);
    expect(await farewells.read(founded.id, some.id)).toBe('AAAA');
  });
});
