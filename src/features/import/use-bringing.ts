import { cutText } from '#base/cut-text.ts';
import { type Failure, ok, type Result } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Arriving } from '#services/book.ts';
import type { Services } from '#services/services.ts';
import { useServices } from '#services/use-services.ts';
import type { Choice } from './checked-file.ts';
import { type FileLine, whileItReads } from './file-line.ts';
import { doubtfulIds, tallyAfter, tallyOf } from './file-tally.ts';
import { type Reviewed, useImportSession } from './import-session.ts';
import { takenChanges } from './taken-changes.ts';
import { useRefusedFile } from './use-refused-file.ts';

const thingsAPage = 200;
const photosAPage = 5;

/** Small messages, so that no answer of the reader holds up the screen. */
async function allThings(line: FileLine, count: number): Promise<readonly Arriving[]> {
  const things: Arriving[] = [];
  for (let at = 0; at < count; at += thingsAPage)
    things.push(...(await line.things(at, thingsAPage)));
  return things;
}

/** Before the records that name them. A picture this phone has is never written over. */
async function restorePhotos(
  { photos }: Services,
  line: FileLine,
  count: number,
): Promise<Result<null, Failure>> {
  for (let at = 0; at < count; at += photosAPage) {
    for (const { id, blob } of await line.photos(at, photosAPage)) {
      const restored = (await photos.load(id)) ? ok(null) : await photos.restore(id, blob);
      if (!restored.ok) return restored;
    }
  }
  return ok(null);
}

const licenceOf = ({ file }: Reviewed): string | undefined =>
  file.from === 'import-osm' ? 'ODbL-1.0' : undefined;

/** All that the ticks stand for, pictures put in their place first. */
async function fetchChosen(
  services: Services,
  line: FileLine,
  choice: Choice,
): Promise<Result<readonly Arriving[], Failure>> {
  const fetched = await whileItReads(async () => {
    const { things, photos } = await line.choose(choice);
    const restored = await restorePhotos(services, line, photos);
    return restored.ok ? ok(await allThings(line, things)) : restored;
  });
  return fetched.ok ? fetched.value : fetched;
}

/** What stands is left alone; but a copy brings back pictures of what stands, too. */
const standingIds = ({ file, held }: Reviewed): readonly string[] =>
  file.from === 'import-copy' ? [] : [...held.keys()];

/** Brings the chosen things in as one act, and takes an act back. */
export function useBringing() {
  const services = useServices();
  const t = useWords('import');
  const { book } = services;
  const fetchRefused = useRefusedFile();

  const choiceOf = (review: Reviewed): Choice => ({
    keys: review.ticked,
    plainType: review.plainType || undefined,
    skip: [...doubtfulIds(review), ...standingIds(review)],
    checkTag: t('checkTag'),
  });

  const aboutOf = (review: Reviewed, chosen: File) => {
    const licence = licenceOf(review);
    return {
      fileName: cutText(chosen.name.trim(), 200) || t('unnamedFile'),
      from: review.file.from,
      ...(licence ? { licence } : {}),
      changes: takenChanges(review),
    };
  };

  const bringIn = async (): Promise<void> => {
    const { line, review, chosen, set } = useImportSession.getState();
    if (!line || !review || !chosen) return;
    const stop = new AbortController();
    set({ step: { at: 'importing', moving: undefined, stop } });
    const items = await fetchChosen(services, line, choiceOf(review));
    if (!items.ok) return set({ step: { at: 'failed', failure: items.error, by: 'import' } });
    if (stop.signal.aborted) return set({ step: { at: 'review' } });
    const onProgress = (done: number, total: number) =>
      set({ step: { at: 'importing', moving: { done, total }, stop } });
    const about = aboutOf(review, chosen);
    const tally = review.file.from === 'import-copy' ? undefined : tallyOf(review);
    const refused = await fetchRefused();
    const arrived = await book.bringIn(items.value, about, onProgress, stop.signal);
    useImportSession.getState().clear(book.registerId);
    set({
      step: arrived.ok
        ? {
            at: 'done',
            arrived: arrived.value,
            tally: tally && tallyAfter(tally, arrived.value),
            refused,
          }
        : { at: 'failed', failure: arrived.error, by: 'import' },
    });
  };

  const undo = async (batchId: string, hadChanges: boolean): Promise<void> => {
    const { clear, set } = useImportSession.getState();
    clear(book.registerId);
    set({ step: { at: 'undoing', moving: undefined } });
    const undone = await book.undoImport(batchId, (done, total) =>
      set({ step: { at: 'undoing', moving: { done, total } } }),
    );
    set({
      step: undone.ok
        ? { at: 'undone', count: undone.value, hadChanges }
        : { at: 'failed', failure: undone.error, by: 'undo' },
    });
  };

  return { bringIn, undo };
}
