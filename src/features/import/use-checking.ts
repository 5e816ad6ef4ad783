import { isTooBig } from '#formats/read-file.ts';
import { useHeldIds } from '#services/use-imports.ts';
import { useServices } from '#services/use-services.ts';
import type { CheckedFile } from './checked-file.ts';
import { type FileLine, openFileLine, whileItReads } from './file-line.ts';
import { type Reviewed, useImportSession } from './import-session.ts';

/** Everything but street furniture, and nothing where all is in the book already. */
const tickedFirst = (file: CheckedFile, held: ReadonlySet<string>): readonly string[] =>
  file.groups
    .filter(({ everyday, ids }) => !everyday && ids.some((id) => !held.has(id)))
    .map(({ key }) => key);

/** From a chosen file to what is in it, in words; nothing is written. */
export function useChecking() {
  const { book, finder, now } = useServices();
  const heldIds = useHeldIds();
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
    const failure = chosen && isTooBig(chosen.size);
    set({ chosen, ...(failure ? { step: { at: 'failed', failure, by: 'file' } } : {}) });
  };

  const check = async (): Promise<void> => {
    const { chosen, set, line: before } = useImportSession.getState();
    before?.close();
    const failure = chosen ? isTooBig(chosen.size) : { kind: 'file-none' };
    if (!chosen || failure) {
      if (failure) set({ step: { at: 'failed', failure, by: 'file' } });
      return;
    }
    const line = openFileLine();
    set({ step: { at: 'checking' }, review: undefined, line });
    const about = { now: new Date(now()).toISOString(), registerId };
    const checked = await line.check(chosen, about);
    if (useImportSession.getState().line !== line) return;
    if (!checked.ok) return set({ step: { at: 'failed', failure: checked.error, by: 'file' } });
    await showReview(line, checked.value);
  };

  const showReview = async (line: FileLine, file: CheckedFile, kept: Partial<Reviewed> = {}) => {
    const review = await whileItReads(() => reviewOf(line, file));
    const { line: current, set } = useImportSession.getState();
    // Another file may have been chosen while this one was looked into.
    if (current !== line) return;
    if (review.ok) set({ step: { at: 'review' }, review: { ...review.value, ...kept } });
    else set({ step: { at: 'failed', failure: review.error, by: 'file' } });
  };

  /** Latitude and longitude change places, in the whole file. */
  const swap = async (): Promise<void> => {
    const { line, review } = useImportSession.getState();
    if (!line || !review) return;
    const { ticked, plainType } = review;
    const file = await whileItReads(() => line.swap());
    if (file.ok) await showReview(line, file.value, { ticked, plainType });
  };

  return { choose, check, swap };
}
