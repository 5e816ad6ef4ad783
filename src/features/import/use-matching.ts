import { type TableField, withColumn } from '#formats/csv-fields.ts';
import type { CheckedFile } from './checked-file.ts';
import { type FileLine, whileItReads } from './file-line.ts';
import { type Reviewed, useImportSession } from './import-session.ts';
import { useShowing } from './use-showing.ts';

/** A file read once more, as a person puts right what was guessed of it. */
export function useMatching() {
  const { showColumns, showReview } = useShowing();

  const showAgain = async (line: FileLine, file: CheckedFile, before: Reviewed) => {
    const { ticked, plainType, anyway } = before;
    if (useImportSession.getState().step.at === 'columns') showColumns(line, file);
    else await showReview(line, file, { ticked, plainType, anyway });
  };

  const readAgain = async (how: (line: FileLine) => Promise<CheckedFile>): Promise<void> => {
    const { line, review, set } = useImportSession.getState();
    if (!line || !review) return;
    const reading = whileItReads(() => how(line));
    set({ reading });
    const file = await reading;
    // A newer choice stands on the screen, and its own answer is on the way.
    if (useImportSession.getState().reading !== reading) return;
    set({ reading: undefined });
    if (file.ok) await showAgain(line, file.value, review);
    else set({ step: { at: 'failed', failure: file.error, by: 'file' } });
  };

  /** Latitude and longitude change places, in the whole file. */
  const swap = () => readAgain((line) => line.swap());

  /** Shown as chosen at once; what comes of it follows when the reader has gone through the rows. */
  const match = (place: number, field: TableField | undefined): Promise<void> => {
    const { review, setReview } = useImportSession.getState();
    if (review?.file.table) setReview({ file: withColumnShown(review.file, place, field) });
    return readAgain((line) => line.match(place, field));
  };

  /** From the columns, once they are right, to the things. */
  const goOn = async (): Promise<void> => {
    await useImportSession.getState().reading;
    const { line, review, step, set } = useImportSession.getState();
    if (!line || !review?.file.table?.things || step.at !== 'columns') return;
    set({ step: { at: 'checking' } });
    await showReview(line, review.file, { plainType: review.plainType });
  };

  return { swap, match, goOn };
}

function withColumnShown(
  file: CheckedFile,
  place: number,
  field: TableField | undefined,
): CheckedFile {
  if (!file.table) return file;
  const fields = withColumn(
    file.table.columns.map((column) => column.field),
    place,
    field,
  );
  const columns = file.table.columns.map((column, at) => ({ ...column, field: fields[at] }));
  return { ...file, table: { ...file.table, columns } };
}
