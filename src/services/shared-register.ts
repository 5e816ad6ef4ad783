import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { once } from './lazy-book.ts';
import type { OpenBook } from './make-book.ts';
import type { Out } from './out.ts';
import type { Share } from './services.ts';
import type { OpenSharing } from './sharing/open-sharing.ts';
import type { Reach } from './sharing/reach.ts';
import type { TakeOff } from './take-off.ts';

interface SharedParts {
  readonly device: DeviceDb;
  readonly safe: Safe | undefined;
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
  const keyring = once(async () =>
    (await import('./keyring.ts')).keyring(parts.device, parts.safe),
  );
  let opened: OpenSharing | undefined;
  const open = once(async () => {
    const { ground } = await opening();
    if (!sharedAs) return undefined;
    const { openSharing } = await import('./sharing/open-sharing.ts');
    const lent = { reach: await parts.reach(), keyring: await keyring() };
    opened = await openSharing({ ...parts, ...lent, ground, sharedAs, reopen, empty });
    return opened;
  });
  const setUp: Share['setUp'] = async (hub) => {
    const { setUpSharing } = await import('./sharing/set-up.ts');
    const own = await keyring();
    const row = (await own.get(register)) ?? keys;
    const lent = { ...(await parts.reach()), keyring: own };
    const done = await setUpSharing(row, hub, { ...parts, ...lent });
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
