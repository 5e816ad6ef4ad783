import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import { once } from './lazy-book.ts';
import type { OpenBook } from './make-book.ts';
import type { Out } from './out.ts';
import type { Share } from './services.ts';
import type { OpenSharing } from './sharing/open-sharing.ts';
import type { Reach } from './sharing/reach.ts';
import type { TakeOff } from './take-off.ts';

interface SharedParts {
  readonly device: DeviceDb;
  readonly catalogue: CatalogueDb;
  readonly now: () => number;
  readonly newId: () => string;
  readonly lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly reach: () => Promise<Reach>;
  readonly opening: () => Promise<OpenBook>;
  readonly out: Out | undefined;
  readonly openRegister: (id: string) => Promise<void>;
  readonly takeOff: TakeOff;
}

/** A register's sharing, before its code has come: what most phones never ask for is not fetched. */
export function sharedRegister(keys: KeysRow, parts: SharedParts) {
  const { register, sharedAs } = keys;
  const { opening, openRegister, takeOff } = parts;
  const reopen = () => void openRegister(register);
  const empty = () => void takeOff(register, 'emptied');
  let opened: OpenSharing | undefined;
  const open = once(async () => {
    const { ground } = await opening();
    if (!sharedAs) return undefined;
    const { openSharing } = await import('./sharing/open-sharing.ts');
    const reach = await parts.reach();
    opened = await openSharing({ ...parts, ground, sharedAs, reach, reopen, empty });
    return opened;
  });
  const setUp: Share['setUp'] = async (hub) => {
    const { setUpSharing } = await import('./sharing/set-up.ts');
    const row = (await parts.device.keys.get(register)) ?? keys;
    const done = await setUpSharing(row, hub, { ...parts, ...(await parts.reach()) });
    if (done.ok) reopen();
    return done;
  };
  return {
    isOn: sharedAs !== undefined,
    out: parts.out,
    open,
    setUp,
    begin: () => void open(),
    nudge: () => opened?.nudge(),
    close: async () => {
      if (open.hasBegun()) await (await open())?.close();
    },
  };
}
