import { join } from 'node:path';
import { circles } from '../src/domain/sharing/level.ts';
import { circleAddress, circleName } from './api/circle-address.ts';
import { type Moves, makeMoves } from './api/moves.ts';
import type { Limits } from './limits.ts';
import { type FarewellShelf, openFarewellShelf } from './registers/farewell-shelf.ts';
import { type InviteBook, openInviteBook } from './registers/invite-book.ts';
import { openRegisterBook, type RegisterBook } from './registers/register-book.ts';
import { openRingBook, type RingBook } from './registers/ring-book.ts';
import type { HubStorage } from './storage/hub-storage.ts';
import { openLevelStorage } from './storage/level-storage.ts';
import { lockFolder } from './storage/lock-folder.ts';
import { openPhotoStore, type PhotoStore } from './storage/photo-store.ts';

/** All that the hub keeps of registers. */
export interface Sharing {
  readonly registers: RegisterBook;
  readonly invites: InviteBook;
  readonly rings: RingBook;
  readonly farewells: FarewellShelf;
  readonly storage: HubStorage;
  readonly photos: PhotoStore;
  readonly moves: Moves;
  /** Takes all that a register has beside its accounts off the disk. */
  clearAway(register: string): Promise<void>;
  /** Takes a register off the disk, and refuses its id for good. */
  closeRegister(register: string): Promise<void>;
  /** Everything is on disk and closed when it resolves. */
  stop(): Promise<void>;
}

const sweepEvery = 10 * 60_000;

/** Throws an error whose message a person can act on where another process has the folder. */
export async function openSharing(folder: string, limits: Limits): Promise<Sharing> {
  const unlock = await lockFolder(folder);
  if (!unlock)
    throw new Error(`Another hub works with ${folder}. Stop it first, or choose PATCHBOOK_DATA.`);
  const now = () => Date.now();
  const farewells = openFarewellShelf(folder);
  const mostRegisters = limits.registers;
  const registers = await openRegisterBook({ folder, mostRegisters, farewells, now });
  const invites = await openInviteBook(folder, now);
  const photos = openPhotoStore({
    folder: join(folder, 'photos'),
    most: limits.photos,
    mostBytes: limits.photosSize,
    mayKeep: (register) => !registers.closed().has(register),
  });
  const rings = openRingBook(folder, registers);
  const moves = makeMoves(limits.beat);
  const storage = openLevelStorage({
    folder: join(folder, 'circles'),
    circleSize: limits.circleSize,
    onMoved: moves.tell,
    mayOpen: (circle) => !registers.closed().has(circleAddress(circle)?.register ?? ''),
  });
  const sweep = async (): Promise<void> => {
    await invites.sweep();
    await registers.sweep();
  };
  await sweep();
  const sweeping = setInterval(() => sweep().catch(console.error), sweepEvery).unref();
  const clearAway = async (register: string): Promise<void> => {
    await invites.endAllOf({ register });
    await rings.drop(register);
    await farewells.drop(register);
    await photos.drop(register);
    for (const circle of circles) await storage.drop(circleName({ register, circle }));
  };
  const closeRegister = async (register: string): Promise<void> => {
    const accounts = Object.keys(registers.all().get(register)?.accounts ?? {});
    await registers.close(register);
    for (const account of accounts) moves.end(account);
    await clearAway(register);
  };
  // What is left of one that was closed while the machine failed.
  for (const register of registers.closed()) await clearAway(register);
  const stop = async (): Promise<void> => {
    clearInterval(sweeping);
    moves.stop();
    await storage.stop();
    await registers.stop();
    await unlock();
  };
  return {
    registers,
    invites,
    rings,
    farewells,
    storage,
    photos,
    moves,
    clearAway,
    closeRegister,
    stop,
  };
}
