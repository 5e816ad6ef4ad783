import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Done } from '#services/book.ts';
import type { AskRow } from '#services/use-asks.ts';
import { useBook } from '#services/use-services.ts';
import { useToast } from '#ui/toasts.tsx';
import { focusTitle } from './focus-title.ts';

type Rival = AskRow['rivals'][number];

export interface Keeping {
  readonly failure: Failure | undefined;
  keep(ask: AskRow, rival: Rival, name: string): Promise<void>;
}

/** Keeps one of two values, says so and offers the way back; a second press does nothing more. */
export function useKeeping(): Keeping {
  const t = useWords('todo');
  const say = useFailureWords();
  const toast = useToast();
  const book = useBook();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);

  const takeBack = async ({ undo }: Done) => {
    const undone = await undo();
    toast({ words: undone.ok ? t('asks.undone') : say(undone.error) });
  };

  const keep: Keeping['keep'] = async ({ id, type, home, field }, { stamp }, name) => {
    if (isBusy) return;
    setBusy(true);
    try {
      const done = await book.settle({ id, type }, { home, field, stamp });
      setFailure(done.ok ? undefined : done.error);
      if (!done.ok) return;
      focusTitle();
      toast({ words: t('asks.kept', { name }), undo: () => void takeBack(done.value) });
    } finally {
      setBusy(false);
    }
  };
  return { failure, keep };
}
