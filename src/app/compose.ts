import { type Failure, ok, type Result } from '#base/result.ts';
import { type DeviceDb, openDeviceDb } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { storageFailure } from '#device/storage-trouble.ts';
import { createNote } from '#platform/note.ts';
import type { Sealer } from '#seal/bulk.ts';
import { createFinder, type Finder } from '#search/finder.ts';
import type { Lent, Opened } from '#services/create-services.ts';
import { noteHeld } from '#services/held-here.ts';
import { once } from '#services/lazy-book.ts';
import type { LockDoor } from '#services/lock/lock-control.ts';
import { registerLines } from '#services/register-lines.ts';
import type { Joining } from '#services/sharing/talk.ts';
import type { Starter } from '#services/starter.ts';
import type { TakeOff } from '#services/take-off.ts';
import { finderWords, giftWords } from './finder-words.ts';
import { go } from './go.ts';
import { lendBrowser } from './lend.ts';
import { openStage, type Shown } from './stage.ts';

/** The whole app behind the screens: which register is open, and the way to open another. */
export interface Composition {
  readonly starter: Starter;
  readonly device: DeviceDb;
  readonly lock: LockDoor;
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
  readonly safe: () => Safe | undefined;
  readonly lent: Lent;
  readonly open: (id: string) => Promise<void>;
}

async function joiningFrom({ device, safe, lent, open }: JoinParts): Promise<Joining> {
  const { openJoining } = await import('#services/sharing/joining.ts');
  const { send, timers } = await lent.reach();
  return openJoining({ device, safe, send, timers, now: lent.now, open });
}

const comingBackTo =
  ({ device, safe, lent, open }: JoinParts): Starter['comeBack'] =>
  async (sheet) => {
    const { comeBack } = await import('#services/sharing/coming-back.ts');
    const reach = await lent.reach();
    const here = await comeBack(sheet, { ...reach, device, safe: safe(), now: lent.now });
    if (here.ok) await open(here.value);
    return here.ok ? ok(null) : here;
  };

const fetchSealer = async (): Promise<Sealer> =>
  (await import('#seal/bulk.ts')).createSealer(spawnSealer);

const held = createNote(() => localStorage, 'patchbook-held');

export function compose(lent: Lent = lendBrowser()): Composition {
  const device = openDeviceDb();
  const finder: Finder = createFinder(spawnFinder, { typeWords: finderWords, giftWords });

  /** The first page says what became of it, also where another register is open now. */
  const takeOff: TakeOff = async (id, why) => {
    await without(async () => (await import('#services/take-off.ts')).takeOffNow(device, id, why));
    go('/start');
  };

  const makeSealer = once(fetchSealer);
  const onLocked = async () => (await lock()).tidy();
  const stage = openStage({ device, lent, finder, makeSealer, takeOff, onLocked });
  const { open, openAndShow, begin, safe, leave, enter } = stage;

  const lock = once(async () => {
    const { lockControl } = await import('./lock.ts');
    return lockControl({ ...lent, device, safe, leave, enter });
  });

  const showNew = async (opened: Result<Opened, Failure>): Promise<Result<null, Failure>> => {
    await (opened.ok ? stage.showNew(opened.value) : begin());
    return opened.ok ? ok(null) : opened;
  };

  const start: Starter['start'] = async (about, fill) => {
    const { startOnThisPhone } = await import('#services/start-register.ts');
    const parts = { ...lent, device, safe: safe(), open };
    return showNew(await startOnThisPhone(about, parts, fill));
  };

  const restore: Starter['restore'] = async (restoring) => {
    const { restoreOnThisPhone } = await import('#services/restore-book.ts');
    return showNew(await restoreOnThisPhone(restoring, { ...lent, device, safe: safe(), open }));
  };

  const joinParts = { device, safe, lent, open: openAndShow };
  const joining = once(() => joiningFrom(joinParts));
  const comeBack = comingBackTo(joinParts);

  const list: Starter['list'] = () => registerLines(device);

  /** While a register goes off this phone none is open. */
  const without = async (work: () => Promise<void>): Promise<void> => {
    await stage.close();
    stage.show({ state: 'opening' });
    await work().finally(begin);
  };

  const throwAway: Starter['throwAway'] = (id) =>
    without(async () => (await import('#services/throw-away.ts')).throwAway(device, id));

  const takenOff: Starter['takenOff'] = async (seen) =>
    (await import('#services/take-off.ts')).takenOffHere(device, held, seen);

  stage.listen(() => {
    if (stage.read().state === 'open') void noteHeld(device, held);
  });

  return {
    device,
    lock: { control: lock },
    starter: { start, restore, joining, comeBack, open: openAndShow, list, throwAway, takenOff },
    read: stage.read,
    listen: stage.listen,
    begin: () =>
      begin().catch((error: unknown) => {
        const failure = storageFailure(error) ?? { kind: 'storage-lost' as const };
        stage.show({ state: 'failed', failure });
      }),
  };
}
