import { useCallback, useEffect, useRef, useState } from 'react';

interface TimeLeft {
  readonly hold: () => void;
  readonly go: () => void;
}

/** Calls `onEnd` after `ms`, not counting the time it is held. */
export function useTimeLeft(ms: number, onEnd: () => void): TimeLeft {
  const [held, setHeld] = useState(false);
  const left = useRef(ms);
  useEffect(() => {
    if (held) return;
    const from = performance.now();
    const timer = setTimeout(onEnd, left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - from;
    };
  }, [held, onEnd]);
  return {
    hold: useCallback(() => setHeld(true), []),
    go: useCallback(() => setHeld(false), []),
  };
}
