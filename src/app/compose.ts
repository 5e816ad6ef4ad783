import { type Failure, ok, type Result } from '#base/result.ts';
import { type DeviceDb, openDeviceDb } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { guarded, storageFailure } from '#device/storage-trouble.ts';
import type { Sealer } from '#seal/bulk.ts';
import { createFinder, type Finder } from '#search/finder.ts';
import { createServices, type Lent, type Opened } from '#services/create-services.ts';
import { once } from '#services/lazy-book.ts';
import { registerLines } from '#services/register-lines.ts';
import type { Joining } from '#services/sharing/talk.ts';
import type { Starter } from '#services/starter.ts';
import type { TakeOff } from '#services/take-off.ts';
import { finderWords, giftWords } from './finder-words.ts';
import { go } from './go.ts';
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
  readonly safe: Safe | undefined;
  readonly lent: Lent;
  readonly open: (id: string) => Promise<void>;
}

async function joiningFrom({ device, safe, lent, open }: JoinParts): Promise<Joining> {
  const { openJoining } = await import('#services/sharing/joining.ts');
  const { send, timers } = await lent.reach();
  return openJoining({ device, safe, send, timers, now: lent.now, open });
}

const fetchSealer = async (): Promise<Sealer> =>
  (await import('#seal/bulk.ts')).createSealer(spawnSealer);

function whatIsShown() {
  const listeners = new Set<() => void>();
  let shown: Shown = { state: 'opening' };
  return {
    read: () => shown,
    show: (next: Shown) => {
      shown = next;
      for (const listener of listeners) listener();
    },
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function compose(lent: Lent = lendBrowser()): Composition {
  const device = openDeviceDb();
  const makeSealer = once(fetchSealer);
  const finder: Finder = createFinder(spawnFinder, { typeWords: finderWords, giftWords });
  const { show, read, listen } = whatIsShown();
  let safe: Safe | undefined;

  const close = async () => {
    const shown = read();
    if (shown.state !== 'open') return;
    await shown.opened.close();
    await finder.clear();
  };

  const open = async (id: string): Promise<Result<Opened, Failure>> => {
    await close();
    const parts = { device, safe, makeSealer, finder, lent, openRegister: openAndShow, takeOff };
    const opened = await createServices(id, parts);
    if (!opened.ok) return opened;
    // A full phone can't note the time, and can still be read.
    void guarded(() => device.keys.update(id, { openedAt: lent.now() }));
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
    return showNew(await startOnThisPhone(about, { ...lent, device, safe, open }, fill));
  };

  const restore: Starter['restore'] = async (restoring) => {
    const { restoreOnThisPhone } = await import('#services/restore-book.ts');
    return showNew(await restoreOnThisPhone(restoring, { ...lent, device, safe, open }));
  };

  const joining = once(() => joiningFrom({ device, safe, lent, open: openAndShow }));

  const list: Starter['list'] = () => registerLines(device);

  const begin = async () => {
    const lines = await guarded(list);
    if (!lines.ok) return show({ state: 'failed', failure: lines.error });
    const [last] = lines.value;
    return last ? openAndShow(last.id) : show({ state: 'none' });
  };

  /** While a register goes off this phone none is open. */
  const without = async (work: () => Promise<void>): Promise<void> => {
    await close();
    show({ state: 'opening' });
    await work().finally(begin);
  };

  const throwAway: Starter['throwAway'] = (id) =>
    without(async () => (await import('#services/throw-away.ts')).throwAway(device, id));

  const takenOff: Starter['takenOff'] = async (seen) =>
    (await import('#services/take-off.ts')).takenOffHere(device, seen);

  /** The first page says what became of it, also where another register is open now. */
  const takeOff: TakeOff = async (id, why) => {
    await without(async () => (await import('#services/take-off.ts')).takeOffNow(device, id, why));
    go('/start');
  };

  return {
    device,
    starter: { start, restore, joining, open: openAndShow, list, throwAway, takenOff },
    read,
    listen,
    begin: () =>
      begin().catch((error: unknown) => {
        const failure = storageFailure(error) ?? { kind: 'storage-lost' as const };
        show({ state: 'failed', failure });
      }),
  };
}
