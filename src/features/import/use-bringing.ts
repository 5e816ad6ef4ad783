import { type Failure, ok, type Result } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Arriving } from '#services/book.ts';
import type { Services } from '#services/services.ts';
import { useServices } from '#services/use-services.ts';
import type { FileLine } from './file-line.ts';
import { type Reviewed, useImportSession } from './import-session.ts';

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

/** Brings the chosen things in as one act, and takes an act back. */
export function useBringing() {
  const services = useServices();
  const t = useWords('import');
  const { book } = services;

  const bringIn = async (): Promise<void> => {
    const { line, review, chosen, set } = useImportSession.getState();
    if (!line || !review || !chosen) return;
    const stop = new AbortController();
    set({ step: { at: 'importing', moving: undefined, stop } });
    const skip = review.leaveLookAlikes ? review.lookAlikes.map(({ id }) => id) : [];
    const { ticked: keys, plainType } = review;
    const choice = { keys, skip, plainType: plainType || undefined, checkTag: t('checkTag') };
    const { things, photos } = await line.choose(choice);
    const restored = await restorePhotos(services, line, photos);
    if (!restored.ok) return set({ step: { at: 'failed', failure: restored.error, by: 'import' } });
    if (stop.signal.aborted) return set({ step: { at: 'review' } });
    const items = await allThings(line, things);
    const licence = licenceOf(review);
    const about = {
      fileName: chosen.name.trim().slice(0, 200) || t('unnamedFile'),
      from: review.file.from,
      ...(licence ? { licence } : {}),
    };
    const onProgress = (done: number, total: number) =>
      set({ step: { at: 'importing', moving: { done, total }, stop } });
    const arrived = await book.bringIn(items, about, onProgress, stop.signal);
    useImportSession.getState().clear(book.registerId);
    set({
      step: arrived.ok
        ? { at: 'done', arrived: arrived.value }
        : { at: 'failed', failure: arrived.error, by: 'import' },
    });
  };

  const undo = async (batchId: string): Promise<void> => {
    const { clear, set } = useImportSession.getState();
    clear(book.registerId);
    set({ step: { at: 'undoing', moving: undefined } });
    const undone = await book.undoImport(batchId, (done, total) =>
      set({ step: { at: 'undoing', moving: { done, total } } }),
    );
    set({
      step: undone.ok
        ? { at: 'undone', count: undone.value }
        : { at: 'failed', failure: undone.error, by: 'undo' },
    });
  };

  return { bringIn, undo };
}
