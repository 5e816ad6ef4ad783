import { type Failure, ok, type Result } from '#base/result.ts';
import { type DeviceDb, openDeviceDb } from '#device/device-db.ts';
import { guarded, storageFailure } from '#device/storage-trouble.ts';
import type { Sealer } from '#seal/bulk.ts';
import { createFinder, type Finder } from '#search/finder.ts';
import { createServices, type Lent, type Opened } from '#services/create-services.ts';
import { once } from '#services/lazy-book.ts';
import { registerLines } from '#services/register-lines.ts';
import type { Joining } from '#services/sharing/talk.ts';
import type { Starter } from '#services/starter.ts';
import { finderWords, giftWords } from './finder-words.ts';
import { lendBrowser } from './lend.ts';

export type Shown =
  | { readonly state: 'opening' }
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly opened: Opened }
  | { readonly state: 'failed'; readonly failure: Failure };

/** The whole app behind the screens: which register is open, and the way to open another. */
export interface Composition {
  readonly starter: Starter;
  readonly device: DeviceDb;
  read(): Shown;
  listen(listener: () => void): () => void;
  /** Opens the register that was open last, if there is one. */
  begin(): Promise<void>;
}

const spawnSealer = () =>
  new Worker(new URL('../seal/worker.ts', import.meta.url), { type: 'module' });
const spawnFinder = () =>
  new Worker(new URL('../services/finder-worker.ts', import.meta.url), { type: 'module' });

interface JoinParts {
  readonly device: DeviceDb;
  readonly lent: Lent;
  readonly open: (id: string) => Promise<void>;
}

async function joiningFrom({ device, lent, open }: JoinParts): Promise<Joining> {
  const { openJoining } = await import('#services/sharing/joining.ts');
  const { send, timers } = await lent.reach();
  return openJoining({ device, send, timers, now: lent.now, open });
}

export function compose(lent: Lent = lendBrowser()): Composition {
  const device = openDeviceDb();
  const makeSealer = once(async (): Promise<Sealer> => {
    const { createSealer } = await import('#seal/bulk.ts');
    return createSealer(spawnSealer);
  });
  const finder: Finder = createFinder(spawnFinder, { typeWords: finderWords, giftWords });
  const listeners = new Set<() => void>();
  let shown: Shown = { state: 'opening' };

  const show = (next: Shown) => {
    shown = next;
    for (const listener of listeners) listener();
  };

  const close = async () => {
    if (shown.state !== 'open') return;
    await shown.opened.close();
    await finder.clear();
  };

  /** A full phone can't note the time, and can still be read. */
  const noteOpened = async (id: string): Promise<void> => {
    await guarded(() => device.keys.update(id, { openedAt: lent.now() }));
  };

  const open = async (id: string): Promise<Result<Opened, Failure>> => {
    await close();
    const parts = { device, makeSealer, finder, lent, openRegister: openAndShow };
    const opened = await createServices(id, parts);
    if (!opened.ok) return opened;
    void noteOpened(id);
    return opened;
  };

  const openAndShow = async (id: string): Promise<void> => {
    const opened = await open(id);
    show(
      opened.ok
        ? { state: 'open', opened: opened.value }
        : { state: 'failed', failure: opened.error },
    );
  };

  const showNew = async (opened: Result<Opened, Failure>): Promise<Result<null, Failure>> => {
    if (opened.ok) show({ state: 'open', opened: opened.value });
    else await begin();
    return opened.ok ? ok(null) : opened;
  };

  const start: Starter['start'] = async (about, fill) => {
    const { startOnThisPhone } = await import('#services/start-register.ts');
    return showNew(await startOnThisPhone(about, { ...lent, device, open }, fill));
  };

  const restore: Starter['restore'] = async (restoring) => {
    const { restoreOnThisPhone } = await import('#services/restore-book.ts');
    return showNew(await restoreOnThisPhone(restoring, { ...lent, device, open }));
  };

  const joining = once(() => joiningFrom({ device, lent, open: openAndShow }));

  const list: Starter['list'] = () => registerLines(device);

  const begin = async () => {
    const lines = await guarded(list);
    if (!lines.ok) return show({ state: 'failed', failure: lines.error });
    const [last] = lines.value;
    return last ? openAndShow(last.id) : show({ state: 'none' });
  };

  const throwAway: Starter['throwAway'] = async (id) => {
    await close();
    show({ state: 'opening' });
    const thrown = import('#services/throw-away.ts').then((way) => way.throwAway(device, id));
    await thrown.finally(begin);
  };

  return {
    device,
    starter: { start, restore, joining, open: openAndShow, list, throwAway },
    read: () => shown,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: () =>
      begin().catch((error: unknown) => {
        const failure = storageFailure(error) ?? { kind: 'storage-lost' as const };
        show({ state: 'failed', failure });
      }),
  };
}
