import { isTable, tooBigFor } from '#formats/file-kind.ts';
import { useTypeWords } from '#forms/use-type-words.ts';
import { useHeldNames } from '#services/use-imports.ts';
import { useServices } from '#services/use-services.ts';
import type { Around, CheckedFile } from './checked-file.ts';
import { type FileLine, openFileLine } from './file-line.ts';
import { useImportSession } from './import-session.ts';
import { useShowing } from './use-showing.ts';

/** From a chosen file to what is in it, in words; nothing is written. */
export function useChecking() {
  const { book, now, places } = useServices();
  const typeWords = useTypeWords();
  const heldNames = useHeldNames();
  const { showColumns, showReview } = useShowing();
  const { registerId } = book;

  const choose = (chosen: File | undefined): void => {
    const { clear, set } = useImportSession.getState();
    clear(registerId);
    const failure = chosen && tooBigFor(chosen);
    set({ chosen, ...(failure ? { step: { at: 'failed', failure, by: 'file' } } : {}) });
  };

  const aroundOf = async (chosen: File): Promise<Around> => ({
    now: new Date(now()).toISOString(),
    registerId,
    typeWords,
    places: await places.part(),
    held: isTable(chosen) ? await heldNames() : [],
  });

  const show = async (line: FileLine, file: CheckedFile): Promise<void> => {
    if (file.table) showColumns(line, file);
    else await showReview(line, file);
  };

  const check = async (): Promise<void> => {
    const { chosen, set } = useImportSession.getState();
    const failure = chosen ? tooBigFor(chosen) : { kind: 'file-none' };
    if (failure) set({ step: { at: 'failed', failure, by: 'file' } });
    if (!chosen || failure) return;
    const around = await aroundOf(chosen);
    const { chosen: still, line: before } = useImportSession.getState();
    // Another file may have been chosen meanwhile.
    if (still !== chosen) return;
    before?.close();
    const line = openFileLine();
    set({ step: { at: 'checking' }, review: undefined, line });
    const checked = await line.check(chosen, around);
    if (useImportSession.getState().line !== line) return;
    if (checked.ok) await show(line, checked.value);
    else set({ step: { at: 'failed', failure: checked.error, by: 'file' } });
  };

  return { choose, check };
}
