import { whileItReads } from './file-line.ts';
import { type RefusedFile, useImportSession } from './import-session.ts';
import { useRefusedName, useRefusedWords } from './use-refused-words.ts';

/** The refused rows of the file that is open, each with why; undefined where there are none. */
export function useRefusedFile(): () => Promise<RefusedFile | undefined> {
  const words = useRefusedWords();
  const nameOf = useRefusedName();
  return async () => {
    const { line, review, chosen } = useImportSession.getState();
    if (!line || !chosen || !review?.file.table?.refused) return undefined;
    const text = await whileItReads(() => line.refusedRows(words));
    return text.ok ? { name: nameOf(chosen.name), text: text.value } : undefined;
  };
}
