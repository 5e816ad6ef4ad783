import type { Failure, Result } from '#base/result.ts';
import { ok } from '#base/result.ts';
import { withLock } from '#platform/locks.ts';
import type { NewRegister, Starter } from '#services/starter.ts';
import { fetchFiles } from './fetch-files.ts';
import { fillBook } from './fill-book.ts';
import { readFiles } from './read-files.ts';

/** How far it is, while it is on its way. */
export type Moving =
  | { readonly at: 'fetching'; readonly bytes: number }
  | { readonly at: 'checking' }
  | { readonly at: 'filling'; readonly done: number; readonly total: number };

interface Wishes {
  /** What the register is called, and who looks. */
  readonly about: NewRegister;
  readonly signal: AbortSignal;
  readonly onMove: (moving: Moving) => void;
}

/** The made-up register of this phone, if it is here already. */
export const findMadeUp = async (starter: Starter) =>
  (await starter.list()).find(({ madeUp }) => madeUp);

async function fetchAndStart(
  starter: Starter,
  { about, signal, onMove }: Wishes,
): Promise<Result<null, Failure>> {
  let bytes = 0;
  const onBytes = (more: number) => {
    bytes += more;
    onMove({ at: 'fetching', bytes });
  };
  const files = await fetchFiles({ signal, onBytes });
  if (!files.ok) return files;
  onMove({ at: 'checking' });
  const place = await readFiles(files.value);
  if (!place.ok) return place;
  const onProgress = (done: number, total: number) => onMove({ at: 'filling', done, total });
  const wishes = { fileName: about.name, signal, onProgress };
  return starter.start({ ...about, madeUp: true }, (services) =>
    fillBook(services, place.value, wishes),
  );
}

/**
 * Opens the made-up neighbourhood, fetching it first where it is not here yet. Two tabs that ask at
 * once get the same one.
 */
export const lookAround = (starter: Starter, wishes: Wishes): Promise<Result<null, Failure>> =>
  withLock('pb-look-around', async () => {
    const known = await findMadeUp(starter);
    if (!known) return fetchAndStart(starter, wishes);
    await starter.open(known.id);
    return ok(null);
  });
