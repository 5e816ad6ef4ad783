import { useRef, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import type { SaveFailure, Saving } from '#services/book.ts';
import { useToast } from '#ui/toasts.tsx';

export interface Doing {
  readonly failure: Failure | undefined;
  readonly isBusy: boolean;
  /** Answers why not, or nothing when it is done; says so shortly, with the way back. */
  run(saving: () => Saving, said: string): Promise<SaveFailure | undefined>;
}

/** Runs one command of the book at a time. A second press while one runs does nothing more. */
export function useDoing(): Doing {
  const t = useWords('card');
  const say = useFailureWords();
  const toast = useToast();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const running = useRef<Promise<SaveFailure | undefined>>(undefined);

  const once = async (saving: () => Saving, said: string): Promise<SaveFailure | undefined> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const done = await saving();
      if (!done.ok) {
        setFailure(done.error);
        return done.error;
      }
      const takeBack = async () => {
        const undone = await done.value.undo();
        toast({ words: undone.ok ? t('done.undone') : say(undone.error) });
      };
      toast({ words: said, undo: () => void takeBack() });
      return undefined;
    } catch (bug) {
      setFailure({ kind: 'unexpected' });
      throw bug;
    } finally {
      setBusy(false);
      running.current = undefined;
    }
  };

  return {
    failure,
    isBusy,
    run: (saving, said) => {
      running.current ??= once(saving, said);
      return running.current;
    },
  };
}
