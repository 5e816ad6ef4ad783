import { createContext, useContext } from 'react';
import type { Failure, Result } from '#base/result.ts';
import type { StorageFailure } from '#device/storage-trouble.ts';
import type { LockWordsFault } from '#seal/lock-words.ts';
import type { LockKind } from '#seal/phone-lock.ts';

/** `wait`: tried in vain too often. `refused`: the phone did not know its holder, or was told no. */
export type LockFailure =
  | StorageFailure
  | Failure<
      | LockWordsFault
      | 'wrong-passphrase'
      | 'wait'
      | 'broken'
      | 'refused'
      | 'no-passkey'
      | 'locked-out'
    >;

export interface LockState {
  /** What opens it; undefined where no lock is set, or what is kept of it can't be read. */
  readonly kind: LockKind | undefined;
  readonly hasPasskey: boolean;
  /** The phone can ask for a fingerprint or a face. */
  readonly mayAddPasskey: boolean;
  /** Milliseconds since 1970. */
  readonly waitUntil: number;
  readonly isWaiting: boolean;
  /** Known only while it is open: nothing on this phone needs it. */
  readonly mayTakeOff: boolean;
}

type Done = Promise<Result<null, LockFailure>>;

/** The lock of the app, for its screens. */
export interface LockControl {
  state(): Promise<LockState>;
  /** Sets a lock where there is none, and goes on with what waited for it. */
  choose(kind: LockKind, said: string): Done;
  open(said: string): Done;
  openByPasskey(): Done;
  change(old: string, kind: LockKind, said: string): Done;
  addPasskey(said: string): Done;
  removePasskey(): Done;
  /** For phones that hold nothing of a team's alone. */
  turnOff(said: string): Done;
  /** In all tabs. */
  lockNow(): Promise<void>;
  /** Another tab may be in use while this one is not. */
  stillHere(): void;
  /** Hears that somebody uses another tab; returns the way to stop listening. */
  onHere(listener: () => void): () => void;
  /** Takes every register off this phone, and the lock with them. */
  forgetAll(): Promise<void>;
}

/** Whether the app is behind a lock, and the way to it: its code comes when it is asked for. */
export interface LockDoor {
  control(): Promise<LockControl>;
}

export const LockContext = createContext<LockDoor | undefined>(undefined);

export function useLockDoor(): LockDoor {
  const door = useContext(LockContext);
  if (!door) throw new Error('useLockDoor needs the app around it');
  return door;
}
