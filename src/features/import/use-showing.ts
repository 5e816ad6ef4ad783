import { useHeldIds } from '#services/use-imports.ts';
import { useServices } from '#services/use-services.ts';
import type { CheckedFile } from './checked-file.ts';
import { type FileLine, whileItReads } from './file-line.ts';
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

const unasked = {
  held: new Set<string>(),
  lookAlikes: [],
  ticked: [],
  leaveLookAlikes: true,
} as const;

/** What was read, on the screen: the columns of a spreadsheet, or the things of any file. */
export function useShowing() {
  const { finder } = useServices();
  const heldIds = useHeldIds();

  const reviewOf = async (line: FileLine, file: CheckedFile): Promise<Reviewed> => {
    const held = await heldIds(file.groups.flatMap(({ ids }) => ids));
    const lookAlikes =
      file.from === 'import-copy' ? [] : await line.lookAlikes(await finder.mapPoints({}));
    const ticked = tickedFirst(file, held);
    const fresh = lookAlikes.filter(({ id }) => !held.has(id));
    return { file, held, lookAlikes: fresh, ticked, leaveLookAlikes: true, plainType: '' };
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

  return { showColumns, showReview };
}
