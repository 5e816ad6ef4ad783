import { type TableField, withColumn } from '#formats/csv-fields.ts';
import { tooBigFor } from '#formats/file-kind.ts';
import { useTypeWords } from '#forms/use-type-words.ts';
import { useHeldIds } from '#services/use-imports.ts';
import { useServices } from '#services/use-services.ts';
import type { CheckedFile } from './checked-file.ts';
import { type FileLine, openFileLine, whileItReads } from './file-line.ts';
import { type Reviewed, useImportSession } from './import-session.ts';

/**
 * Everything but street furniture and what a list calls by words of its own – car parks, offices –
 * beside things that are known; and nothing where all is in the book already.
 */
function tickedFirst({ groups }: CheckedFile, held: ReadonlySet<string>): readonly string[] {
  const isAnyKnown = groups.some(({ assetType }) => assetType !== undefined);
  return groups
    .filter(({ everyday, said }) => !everyday && !(said && isAnyKnown))
    .filter(({ ids }) => ids.some((id) => !held.has(id)))
    .map(({ key }) => key);
}

/** From a chosen file to what is in it, in words; nothing is written. */
export function useChecking() {
  const { book, finder, now } = useServices();
  const heldIds = useHeldIds();
  const typeWords = useTypeWords();
  const { registerId } = book;

  const reviewOf = async (line: FileLine, file: CheckedFile): Promise<Reviewed> => {
    const held = await heldIds(file.groups.flatMap(({ ids }) => ids));
    const lookAlikes =
      file.from === 'import-copy' ? [] : await line.lookAlikes(await finder.mapPoints({}));
    const ticked = tickedFirst(file, held);
    const fresh = lookAlikes.filter(({ id }) => !held.has(id));
    return { file, held, lookAlikes: fresh, ticked, leaveLookAlikes: true, plainType: '' };
  };

  const choose = (chosen: File | undefined): void => {
    const { clear, set } = useImportSession.getState();
    clear(registerId);
    const failure = chosen && tooBigFor(chosen);
    set({ chosen, ...(failure ? { step: { at: 'failed', failure, by: 'file' } } : {}) });
  };

  const check = async (): Promise<void> => {
    const { chosen, set, line: before } = useImportSession.getState();
    before?.close();
    const failure = chosen ? tooBigFor(chosen) : { kind: 'file-none' };
    if (!chosen || failure) {
      if (failure) set({ step: { at: 'failed', failure, by: 'file' } });
      return;
    }
    const line = openFileLine();
    set({ step: { at: 'checking' }, review: undefined, line });
    const around = { now: new Date(now()).toISOString(), registerId, typeWords };
    const checked = await line.check(chosen, around);
    if (useImportSession.getState().line !== line) return;
    if (!checked.ok) return set({ step: { at: 'failed', failure: checked.error, by: 'file' } });
    if (checked.value.table) showColumns(line, checked.value);
    else await showReview(line, checked.value);
  };

  /** Nothing is asked of the book yet: its answers would change with every column. */
  const showColumns = (line: FileLine, file: CheckedFile): void => {
    const { line: current, set, review } = useImportSession.getState();
    if (current !== line) return;
    const { plainType = '' } = review ?? {};
    set({ step: { at: 'columns' }, review: { ...unasked, file, plainType } });
  };

  const showReview = async (line: FileLine, file: CheckedFile, kept: Partial<Reviewed> = {}) => {
    const review = await whileItReads(() => reviewOf(line, file));
    const { line: current, set } = useImportSession.getState();
    // Another file may have been chosen while this one was looked into.
    if (current !== line) return;
    if (review.ok) set({ step: { at: 'review' }, review: { ...review.value, ...kept } });
    else set({ step: { at: 'failed', failure: review.error, by: 'file' } });
  };

  const showAgain = async (line: FileLine, file: CheckedFile, before: Reviewed) => {
    const { ticked, plainType } = before;
    if (useImportSession.getState().step.at === 'columns') showColumns(line, file);
    else await showReview(line, file, { ticked, plainType });
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
    const { line, review, step } = useImportSession.getState();
    if (!line || !review?.file.table?.things || step.at !== 'columns') return;
    await showReview(line, review.file, { plainType: review.plainType });
  };

  return { choose, check, swap, match, goOn };
}

const unasked = {
  held: new Set<string>(),
  lookAlikes: [],
  ticked: [],
  leaveLookAlikes: true,
} as const;

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
