import {
  useBatchRows,
  useEachRow,
  useHasImports,
  useHeldThings,
} from '#services/use-beside-file.ts';
import { useBook } from '#services/use-services.ts';
import { findLookAlikes, nothingBeside, setBeside } from './beside-book.ts';
import type { CheckedFile } from './checked-file.ts';
import { type FileLine, whileItReads } from './file-line.ts';
import { type Reviewed, useImportSession } from './import-session.ts';
import { tickedFirst } from './ticked-first.ts';

const unasked = {
  held: new Map(),
  lookAlikes: [],
  beside: nothingBeside,
  ticked: [],
  anyway: new Set<string>(),
  taken: new Set<string>(),
  plainType: '',
} as const satisfies Omit<Reviewed, 'file'>;

/** What a person has said of a file that is read once more: it goes for what they still see. */
export type Kept = Partial<Pick<Reviewed, 'ticked' | 'plainType' | 'anyway' | 'taken'>>;

/** Says how far it is, while nothing else has been begun. */
const progressOf = (line: FileLine) => (done: number, total: number) => {
  const { line: current, step, set } = useImportSession.getState();
  if (current === line && step.at === 'checking')
    set({ step: { at: 'checking', moving: { done, total } } });
};

/** What was read, on the screen: the columns of a spreadsheet, or the things of any file. */
export function useShowing() {
  const book = useBook();
  const heldThings = useHeldThings();
  const hasImports = useHasImports();
  const batchRows = useBatchRows();
  const eachRow = useEachRow();

  const reviewOf = async (line: FileLine, file: CheckedFile): Promise<Reviewed> => {
    const held = await heldThings(file.groups.flatMap(({ ids }) => ids));
    const ticked = tickedFirst(file, held);
    if (file.from === 'import-copy') return { ...unasked, file, held, ticked };
    const lookAlikes = await findLookAlikes(book, line, eachRow);
    const beside = (await hasImports())
      ? await setBeside({ book, batchRows, onProgress: progressOf(line) }, line, file, held)
      : nothingBeside;
    const fresh = lookAlikes.filter(({ id }) => !held.has(id));
    return { ...unasked, file, held, ticked, lookAlikes: fresh, beside };
  };

  /** Nothing is asked of the book yet: its answers would change with every column. */
  const showColumns = (line: FileLine, file: CheckedFile): void => {
    const { line: current, set, review } = useImportSession.getState();
    if (current !== line) return;
    const { plainType = '' } = review ?? {};
    set({ step: { at: 'columns' }, review: { ...unasked, file, plainType } });
  };

  const showReview = async (line: FileLine, file: CheckedFile, kept: Kept = {}) => {
    const review = await whileItReads(() => reviewOf(line, file));
    const { line: current, set } = useImportSession.getState();
    // Another file may have been chosen while this one was looked into.
    if (current !== line) return;
    if (review.ok) set({ step: { at: 'review' }, review: { ...review.value, ...kept } });
    else set({ step: { at: 'failed', failure: review.error, by: 'file' } });
  };

  return { showColumns, showReview };
}
