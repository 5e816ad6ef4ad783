import { useEffect, useRef } from 'react';
import { type NewRegisterWords, stateWith } from './new-register.ts';

/** Safari refuses more than a hundred changes of an entry in ten seconds. */
const writeWithinMs = 300;

/** Puts what is typed into this page's history entry: a reload, Back and Forward find it again. */
export function useKeptInHistory(words: NewRegisterWords): { readonly stop: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isStopped = useRef(false);
  useEffect(() => {
    const write = () => {
      if (!isStopped.current) history.replaceState(stateWith(words), '');
    };
    timer.current = setTimeout(write, writeWithinMs);
    addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer.current);
      removeEventListener('pagehide', write);
    };
  }, [words]);
  return {
    stop: () => {
      isStopped.current = true;
      clearTimeout(timer.current);
    },
  };
}
