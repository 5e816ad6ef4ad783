import { useEffect, useState } from 'react';
import { useOpened } from './use-services.ts';

type Outcome<T> = { readonly answer?: T } | { readonly error: unknown };

/**
 * What `ask` answers, without one nothing, asked again whenever `onChange` says so; undefined until
 * first known, and the last answer stands meanwhile. A register that was closed has nothing more to say. Any other
 * failure is a bug: it falls into the fence around the screen, as that of a live query does.
 */
export function useAsked<T>(
  ask: (() => Promise<T>) | undefined,
  onChange?: (listener: () => void) => () => void,
): T | undefined {
  const { isClosed } = useOpened();
  const [outcome, setOutcome] = useState<Outcome<T>>({});
  useEffect(() => {
    if (!ask) return undefined;
    let current = true;
    let asked = 0;
    let told = 0;
    // An answer that was slow on its way never takes the place of a newer one.
    const tell = (turn: number, next: Outcome<T>) => {
      if (!current || turn < told) return;
      told = turn;
      setOutcome(next);
    };
    const run = () => {
      asked += 1;
      const turn = asked;
      void ask().then(
        (answer) => tell(turn, { answer }),
        (error: unknown) => (isClosed() ? undefined : tell(turn, { error })),
      );
    };
    run();
    const stop = onChange?.(run);
    return () => {
      current = false;
      stop?.();
    };
  }, [ask, onChange, isClosed]);
  if ('error' in outcome) throw outcome.error;
  return ask && outcome.answer;
}
