import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '#base/result.ts';
import { type LockControl, type LockState, useLockDoor } from '#services/lock/lock-control.ts';

/** How the lock stands; undefined while it is being asked. */
export function useLockState(): readonly [state: LockState | undefined, look: () => void] {
  const door = useLockDoor();
  const [state, setState] = useState<LockState>();
  const look = useCallback(() => {
    const asking = door.control().then((control) => control.state());
    void asking.then(setState);
  }, [door]);
  useEffect(look, [look]);
  return [state, look];
}

type Work = (control: LockControl) => Promise<Result<null, Failure>>;

/** One thing at a time done to the lock, and what came of it. */
export function useLockWork(onDone: () => void = () => {}) {
  const door = useLockDoor();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const isAtWork = useRef(false);
  const run = async (work: Work): Promise<void> => {
    if (isAtWork.current) return;
    isAtWork.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const done = await work(await door.control());
      if (!done.ok) setFailure(done.error);
      else onDone();
    } catch (bug) {
      setFailure({ kind: 'unexpected' });
      throw bug;
    } finally {
      isAtWork.current = false;
      setBusy(false);
    }
  };
  return { failure, setFailure, isBusy, run: (work: Work) => void run(work) };
}
