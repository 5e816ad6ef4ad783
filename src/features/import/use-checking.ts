import { tooBigFor } from '#formats/file-kind.ts';
import { useTypeWords } from '#forms/use-type-words.ts';
import { useServices } from '#services/use-services.ts';
import { openFileLine } from './file-line.ts';
import { useImportSession } from './import-session.ts';
import { useShowing } from './use-showing.ts';

/** From a chosen file to what is in it, in words; nothing is written. */
export function useChecking() {
  const { book, now, places } = useServices();
  const typeWords = useTypeWords();
  const { showColumns, showReview } = useShowing();
  const { registerId } = book;

  const choose = (chosen: File | undefined): void => {
    const { clear, set } = useImportSession.getState();
    clear(registerId);
    const failure = chosen && tooBigFor(chosen);
    set({ chosen, ...(failure ? { step: { at: 'failed', failure, by: 'file' } } : {}) });
  };

  const check = async (): Promise<void> => {
    const part = await places.part();
    const { chosen, set, line: before } = useImportSession.getState();
    before?.close();
    const failure = chosen ? tooBigFor(chosen) : { kind: 'file-none' };
    if (!chosen || failure) {
      if (failure) set({ step: { at: 'failed', failure, by: 'file' } });
      return;
    }
    const line = openFileLine();
    set({ step: { at: 'checking' }, review: undefined, line });
    const around = { now: new Date(now()).toISOString(), registerId, typeWords, places: part };
    const checked = await line.check(chosen, around);
    if (useImportSession.getState().line !== line) return;
    if (!checked.ok) return set({ step: { at: 'failed', failure: checked.error, by: 'file' } });
    if (checked.value.table) showColumns(line, checked.value);
    else await showReview(line, checked.value);
  };

  return { choose, check };
}
