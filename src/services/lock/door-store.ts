import type { Bytes } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { guarded } from '#device/storage-trouble.ts';
import { type Doors, openDoors, readDoors } from '#seal/phone-lock.ts';
import type { LockFailure } from './lock-control.ts';
import { lockKey, triesKey } from './lock-keys.ts';
import { noTries, readTries, waitLeft } from './tries.ts';

export interface DoorStore {
  read(): Promise<Result<Doors, LockFailure>>;
  /** `locked-out`: another tab has just made a lock, and what is sealed under it must stay openable. */
  begin(doors: Doors): Promise<Result<null, LockFailure>>;
  /** Both where there is one to change. */
  change(next: (doors: Doors) => Promise<Doors>): Promise<Result<null, LockFailure>>;
  /** The phone's key, for whoever knows the words; each try in vain makes the next one wait. */
  keyFor(said: string): Promise<Result<Bytes, LockFailure>>;
  /** Milliseconds. */
  waitLeft(): Promise<number>;
  opened(): Promise<void>;
  remove(): Promise<void>;
}

/** The lock as it lies on disk: its doors, and how often they were tried in vain. */
export function doorStore(
  { preferences }: Pick<DeviceDb, 'preferences'>,
  now: () => number,
): DoorStore {
  const put = (key: string, value: Json) => guarded(() => preferences.put({ key, value }));
  const read: DoorStore['read'] = async () => readDoors((await preferences.get(lockKey))?.value);
  const tries = async () => readTries((await preferences.get(triesKey))?.value);
  const left = async () => waitLeft(await tries(), now());

  const keep = async (next: Doors): Promise<Result<null, LockFailure>> => {
    const kept = await put(lockKey, next as Json);
    return kept.ok ? ok(null) : kept;
  };

  const keyFor: DoorStore['keyFor'] = async (said) => {
    const held = await read();
    if (!held.ok) return held;
    if ((await left()) > 0) return fail('wait');
    // Counted before it is looked at: whoever takes the battery out has tried all the same.
    const counted = await put(triesKey, { count: (await tries()).count + 1, at: now() });
    if (!counted.ok) return counted;
    const key = await openDoors(held.value, said);
    if (key.ok) await put(triesKey, noTries);
    return key;
  };

  const begin: DoorStore['begin'] = async (doors) => {
    const begun = await guarded(() =>
      preferences.db.transaction('rw', preferences, async () => {
        if (await preferences.get(lockKey)) return false;
        await preferences.put({ key: lockKey, value: doors as Json });
        return true;
      }),
    );
    if (!begun.ok) return begun;
    return begun.value ? ok(null) : fail('locked-out');
  };

  return {
    read,
    begin,
    keyFor,
    change: async (next) => {
      const held = await read();
      return held.ok ? keep(await next(held.value)) : held;
    },
    waitLeft: left,
    opened: async () => void (await put(triesKey, noTries)),
    remove: () => preferences.bulkDelete([lockKey, triesKey]),
  };
}
