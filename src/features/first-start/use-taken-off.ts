import { useEffect, useState } from 'react';
import { useStarter } from '#services/starter.ts';
import type { TakenOff } from '#services/take-off.ts';

/** What became of a register that was here; `seen` puts the word away. */
export function useTakenOff() {
  const starter = useStarter();
  const [taken, setTaken] = useState<TakenOff>();
  useEffect(() => {
    let isGone = false;
    const show = (told: TakenOff | undefined) => {
      if (!isGone) setTaken(told);
    };
    // A browser that refuses storage has taken nothing off.
    starter.takenOff().then(show, () => {});
    return () => {
      isGone = true;
    };
  }, [starter]);
  const seen = () => {
    setTaken(undefined);
    void starter.takenOff('seen');
  };
  return { taken, seen };
}
