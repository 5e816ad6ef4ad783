import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '#base/result.ts';
import { type LockControl, type LockState, useLockDoor } from '#services/lock/lock-control.ts';

/** How the lock stands; undefined while it is being asked. */
export function useLockState(): readonly [state: LockState | undefined, look: () => void] {
  const door = useLockDoor();
  const [state, setState] = useState<LockState>();
  const [asked, ask] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew each time it is wished
  useEffect(() => {
    let isGone = false;
    void door
      .control()
      .then((control) => control.state())
      .then((read) => {
        if (!isGone) setState(read);
      });
    return () => {
      isGone = true;
    };
  }, [door, asked]);
  return [state, useCallback(() => ask((count) => count + 1), [])];
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
