import { fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { openChannel } from '#platform/channel.ts';
import { passkeys } from '#platform/passkey.ts';
import type { Tab } from '#platform/tab.ts';
import { openRow } from '#services/keyring.ts';
import { appLock } from '#services/lock/app-lock.ts';
import { dropLists, forgetAll } from '#services/lock/forget.ts';
import type { LockControl, LockFailure } from '#services/lock/lock-control.ts';
import { mustLock } from '#services/lock/must-lock.ts';
import { unlockedTabs } from './unlocked-tabs.ts';

/** What the lock does to the app around it. */
export interface Session {
  readonly safe: () => Safe | undefined;
  /** Closes what is open here, and forgets what opened it. */
  readonly leave: () => Promise<void>;
  /** Begins with what this opens, or anew. */
  readonly enter: (safe: Safe | undefined) => Promise<void>;
}

interface LockParts extends Session {
  readonly device: DeviceDb;
  readonly now: () => number;
  readonly newId: () => string;
  readonly tab: Tab;
}

/** `look`: the lock was shut, set or taken off in another tab. `here`: somebody is there. */
type Told = 'look' | 'here';
const readTold = (data: unknown): Told | undefined =>
  data === 'look' || data === 'here' ? data : undefined;

export interface AppLockControl extends LockControl {
  /** Lists in clear that a phone left when it died with the lock open. */
  tidy(): Promise<void>;
}

export function lockControl({ device, now, newId, tab, ...session }: LockParts): AppLockControl {
  const lock = appLock({ device, now, passkeys });
  const channel = openChannel('patchbook-lock', readTold);
  const unlocked = unlockedTabs(tab, newId);

  const leave = async () => {
    await session.leave();
    unlocked.leave();
  };
  const lookAgain = async () => {
    await leave();
    await session.enter(undefined);
  };
  channel.listen((told) => {
    if (told === 'look') void lookAgain();
  });

  const mayTakeOff = async (): Promise<boolean> => {
    const safe = session.safe();
    if (!safe) return false;
    const rows = await device.keys.toArray();
    const opened = await Promise.all(rows.map((row) => openRow(row, safe)));
    return !opened.some(mustLock);
  };

  const enterWith = async (
    opened: Result<Safe, LockFailure>,
  ): Promise<Result<null, LockFailure>> => {
    if (!opened.ok) return opened;
    await unlocked.enter();
    await session.enter(opened.value);
    return ok(null);
  };

  return {
    state: async () => ({ ...(await lock.state()), mayTakeOff: await mayTakeOff() }),
    choose: async (kind, said) => {
      const chosen = await lock.choose(kind, said);
      if (chosen.ok) channel.post('look');
      return enterWith(chosen);
    },
    open: async (said) => enterWith(await lock.open(said)),
    openByPasskey: async () => enterWith(await lock.openByPasskey()),
    change: lock.change,
    addPasskey: lock.addPasskey,
    removePasskey: lock.removePasskey,
    turnOff: async (said) => {
      const safe = session.safe();
      const right = safe ? await lock.isRight(said) : ok(null);
      if (!safe || !right.ok) return right;
      // First everybody stops writing under the safe that is to go, here too.
      channel.post('look');
      await leave();
      const off = (await unlocked.haveLeft()) ? await lock.remove(safe) : fail('locked-out');
      if (!off.ok) {
        await enterWith(ok(safe));
        return off;
      }
      channel.post('look');
      await session.enter(undefined);
      return off;
    },
    lockNow: async () => {
      channel.post('look');
      await lookAgain();
      await dropLists(device);
    },
    stillHere: () => channel.post('here'),
    onHere: (listener) => channel.listen((told) => told === 'here' && listener()),
    forgetAll: async () => {
      channel.post('look');
      await unlocked.haveLeft();
      await forgetAll(device);
      channel.post('look');
      await lookAgain();
    },
    tidy: async () => {
      if (!(await unlocked.isAny())) await dropLists(device);
    },
  };
}
