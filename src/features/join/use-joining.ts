import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Joining, JoiningNow } from '#services/sharing/talk.ts';
import { useStarter } from '#services/starter.ts';

const never = () => () => {};

/** Undefined while its code comes. */
export function useJoining(): Joining | undefined {
  const starter = useStarter();
  const [joining, setJoining] = useState<Joining>();
  useEffect(() => {
    let isGone = false;
    void starter.joining().then((opened) => {
      if (!isGone) setJoining(opened);
    });
    return () => {
      isGone = true;
    };
  }, [starter]);
  return joining;
}

/** The knock that is under way, over reloads too. */
export function useJoiningNow(joining: Joining | undefined): JoiningNow | undefined {
  return useSyncExternalStore(joining?.listen ?? never, () => joining?.read());
}
