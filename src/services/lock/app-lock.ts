import type { Bytes } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { Passkeys } from '#platform/passkey.ts';
import { lockWordsFault } from '#seal/lock-words.ts';
import { type LockKind, makeDoors, makePhoneKey, phoneSafe } from '#seal/phone-lock.ts';
import { doorStore } from './door-store.ts';
import type { LockFailure, LockState } from './lock-control.ts';
import { passkeyDoor } from './passkey-door.ts';
import { rekeepAll } from './rekeep.ts';

export interface AppLockParts {
  readonly device: DeviceDb;
  readonly now: () => number;
  readonly passkeys: Passkeys;
}

type Opening = Promise<Result<Safe, LockFailure>>;
type Done = Promise<Result<null, LockFailure>>;

/** A lock that what only this phone knows lies behind. */
export function appLock({ device, now, passkeys }: AppLockParts) {
  const store = doorStore(device, now);
  const passkey = passkeyDoor(store, passkeys);

  const safeOf = async (key: Result<Bytes, LockFailure>): Opening => {
    if (!key.ok) return key;
    const safe = await phoneSafe(key.value);
    // What a phone that died while it was being shut away left in clear.
    const done = await guarded(() => rekeepAll(device, { from: safe, to: safe }));
    return done.ok ? ok(safe) : done;
  };

  const state = async (): Promise<Omit<LockState, 'mayTakeOff'>> => {
    const [held, left] = [await store.read(), await store.waitLeft()];
    return {
      kind: held.ok ? held.value.kind : undefined,
      hasPasskey: held.ok && held.value.passkey !== undefined,
      mayAddPasskey: await passkeys.canAsk(),
      waitUntil: now() + left,
      isWaiting: left > 0,
    };
  };

  const choose = async (kind: LockKind, said: string): Opening => {
    const fault = lockWordsFault(kind, said);
    if (fault) return fail(fault);
    const key = makePhoneKey();
    const kept = await store.begin(await makeDoors(kind, said, key));
    return kept.ok ? safeOf(ok(key)) : kept;
  };

  const change = async (old: string, kind: LockKind, said: string): Done => {
    const fault = lockWordsFault(kind, said);
    if (fault) return fail(fault);
    const key = await store.keyFor(old);
    if (!key.ok) return key;
    return store.change(async ({ passkey: kept }) => ({
      ...(await makeDoors(kind, said, key.value)),
      ...(kept && { passkey: kept }),
    }));
  };

  /** Nobody may write under the safe any more: what was sealed after this could never be opened. */
  const remove = (safe: Safe): Done =>
    guarded(async () => {
      await rekeepAll(device, { from: safe, to: undefined });
      await store.remove();
      return null;
    });

  const isRight = async (said: string): Done => {
    const key = await store.keyFor(said);
    return key.ok ? ok(null) : key;
  };

  return {
    state,
    choose,
    change,
    isRight,
    remove,
    open: async (said: string) => safeOf(await store.keyFor(said)),
    openByPasskey: async () => safeOf(await passkey.ask()),
    addPasskey: passkey.add,
    removePasskey: passkey.remove,
  };
}
