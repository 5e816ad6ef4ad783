import { useEffect, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Failure } from '#base/result.ts';
import type { NewRegister } from '#services/starter.ts';
import { useStarter } from '#services/starter.ts';
import { findMadeUp, lookAround, type Moving } from './look-around.ts';

export type Looking =
  | { readonly at: 'asking' }
  | { readonly at: 'failed'; readonly failure: Failure }
  | Moving;

const byHand = ['stopped', 'import-stopped'];

/** Whether a made-up neighbourhood is on this phone already; undefined while the disk is asked. */
export function useIsHere(): boolean | undefined {
  const starter = useStarter();
  const [isHere, setHere] = useState<boolean>();
  useEffect(() => {
    let current = true;
    const show = (next: boolean) => {
      if (current) setHere(next);
    };
    // A browser that refuses storage says so when somebody looks around.
    findMadeUp(starter).then(
      (known) => show(known !== undefined),
      () => show(false),
    );
    return () => {
      current = false;
    };
  }, [starter]);
  return isHere;
}

/** From a press to the list of the made-up neighbourhood, with a way to stop. */
export function useLooking(about: NewRegister) {
  const starter = useStarter();
  const [looking, setLooking] = useState<Looking>({ at: 'asking' });
  const stopper = useRef<AbortController>(undefined);
  // Who has gone elsewhere meanwhile is not fetched back.
  useEffect(() => () => stopper.current?.abort(), []);

  const arrive = async (signal: AbortSignal): Promise<void> => {
    const done = await lookAround(starter, { about, signal, onMove: setLooking });
    if (done.ok) return navigate('/list', { replace: true });
    const { error } = done;
    setLooking(byHand.includes(error.kind) ? { at: 'asking' } : { at: 'failed', failure: error });
  };
  const look = async (): Promise<void> => {
    // Two presses in one moment are one.
    if (stopper.current) return;
    stopper.current = new AbortController();
    setLooking({ at: 'fetching', bytes: 0 });
    try {
      await arrive(stopper.current.signal);
    } catch (bug) {
      setLooking({ at: 'failed', failure: { kind: 'unexpected' } });
      throw bug;
    } finally {
      stopper.current = undefined;
    }
  };
  return { looking, look, stop: () => stopper.current?.abort() };
}
