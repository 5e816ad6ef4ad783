import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Did, Told } from '#services/sharing/sharing.ts';
import { useToast } from '#ui/toasts.tsx';

export interface Act {
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  /** Answers whether it was done; says so, with the way back where there is one. */
  run(work: () => Did<Told>, said: string, undo?: () => Did<Told>): Promise<boolean>;
  forget(): void;
}

/** One act about who belongs. A second press while it runs does nothing more. */
export function useAct(): Act {
  const t = useWords('people');
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run: Act['run'] = async (work, said, undo) => {
    if (isBusy) return false;
    setBusy(true);
    setFailure(undefined);
    const done = await work().finally(() => setBusy(false));
    if (!done.ok) {
      setFailure(done.error);
      return false;
    }
    const words = done.value === 'later' ? `${said} ${t('later')}` : said;
    const takeBack = async () => {
      const undone = await undo?.();
      if (undone) toast({ words: undone.ok ? t('undone') : t('notUndone') });
    };
    toast(undo ? { words, undo: () => void takeBack() } : { words });
    return true;
  };
  return { isBusy, failure, run, forget: () => setFailure(undefined) };
}
