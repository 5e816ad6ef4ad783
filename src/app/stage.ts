import type { Failure, Result } from '#base/result.ts';
import type { DeviceDb } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { Sealer } from '#seal/bulk.ts';
import type { Finder } from '#search/finder.ts';
import { createServices, type Lent, type Opened } from '#services/create-services.ts';
import { isLockSet, mustLock } from '#services/lock/must-lock.ts';
import { registerLines } from '#services/register-lines.ts';
import type { TakeOff } from '#services/take-off.ts';

export type Shown =
  | { readonly state: 'opening' }
  | { readonly state: 'none' }
  | { readonly state: 'locked' }
  /** It holds what others trust it with, and waits for a lock. */
  | { readonly state: 'unguarded' }
  | { readonly state: 'open'; readonly opened: Opened; readonly isLockable: boolean }
  | { readonly state: 'failed'; readonly failure: Failure };

interface StageParts {
  readonly device: DeviceDb;
  readonly lent: Lent;
  readonly finder: Finder;
  readonly makeSealer: () => Promise<Sealer>;
  readonly takeOff: TakeOff;
  /** The lock is shut: what a phone that died left in clear is put away. */
  readonly onLocked: () => Promise<void>;
}

function whatIsShown() {
  const listeners = new Set<() => void>();
  let shown: Shown = { state: 'opening' };
  return {
    read: () => shown,
    show: (next: Shown) => {
      shown = next;
      for (const listener of listeners) listener();
    },
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A large book is shown while it still fills. */
const patienceMs = 2_000;

/** Behind a lock they are gone each time, and an empty list would say that nothing is there. */
const listsMadeAnew = ({ caughtUp }: Opened): Promise<void> =>
  Promise.race([
    // Whoever asks the register next is told what is wrong with it.
    caughtUp().catch(() => {}),
    new Promise<void>((resolve) => {
      setTimeout(resolve, patienceMs);
    }),
  ]);

/** Which register is open, behind which lock, and what is shown of it. */
export function openStage({ device, lent, finder, makeSealer, takeOff, onLocked }: StageParts) {
  const { show, read, listen } = whatIsShown();
  let safe: Safe | undefined;
  /** The register that is opened once there is a lock. */
  let waiting: string | undefined;

  /** `next`: shown first; what was being typed goes to disk on its way out. */
  const close = async (next?: Shown) => {
    const shown = read();
    if (next) show(next);
    if (shown.state !== 'open') return;
    await shown.opened.close();
    await finder.clear();
  };

  const open = async (id: string): Promise<Result<Opened, Failure>> => {
    await close();
    const parts = { device, safe, makeSealer, finder, lent, openRegister: openAndShow, takeOff };
    const opened = await createServices(id, parts);
    if (!opened.ok) return opened;
    // A full phone can't note the time, and can still be read.
    void guarded(() => device.keys.update(id, { openedAt: lent.now() }));
    return opened;
  };

  const isUnguarded = async (id: string): Promise<boolean> => {
    const row = safe ? undefined : await device.keys.get(id);
    return row !== undefined && mustLock(row);
  };
  const askForLock = async (id: string) => {
    waiting = id;
    await close({ state: 'unguarded' });
  };

  const showOpened = (opened: Opened) =>
    show({ state: 'open', opened, isLockable: safe !== undefined });

  /** Nothing that others trust this phone with is read before there is a lock. */
  const openAndShow = async (id: string): Promise<void> => {
    if (await isUnguarded(id)) return askForLock(id);
    const opened = await open(id);
    if (!opened.ok) return show({ state: 'failed', failure: opened.error });
    if (safe) await listsMadeAnew(opened.value);
    showOpened(opened.value);
  };

  /** A register that has just come to be, open already. */
  const showNew = async (opened: Opened): Promise<void> => {
    showOpened(opened);
    const { registerId } = opened.services.book;
    if (await isUnguarded(registerId)) await askForLock(registerId);
  };

  const isLocked = async () => !safe && (await isLockSet(device));

  /** Opens the register that was open last, if there is one. */
  const begin = async () => {
    const [lines, locked] = await Promise.all([
      guarded(() => registerLines(device)),
      guarded(isLocked),
    ]);
    if (!lines.ok) return show({ state: 'failed', failure: lines.error });
    if (locked.ok && locked.value) {
      show({ state: 'locked' });
      return onLocked();
    }
    const last = waiting ?? lines.value[0]?.id;
    waiting = undefined;
    return last ? openAndShow(last) : show({ state: 'none' });
  };

  return {
    ...{ read, show, listen, close, open, openAndShow, showNew, begin },
    safe: () => safe,
    leave: async () => {
      await close({ state: 'opening' });
      safe = undefined;
    },
    enter: async (next: Safe | undefined) => {
      safe = next;
      await begin();
    },
  };
}
