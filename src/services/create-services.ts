import type { Failure, Result } from '#base/result.ts';
import { ok } from '#base/result.ts';
import type { Applied } from '#catalogue/apply.ts';
import { type CatalogueDb, openCatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, KeysRow, PhotoRow } from '#device/device-db.ts';
import { type Drafts, drafts } from '#device/drafts.ts';
import { keptPhoto, openPhoto } from '#device/kept-photo.ts';
import { packsFor } from '#device/packs-for.ts';
import { isShut, type Safe } from '#device/safe.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { Tab } from '#platform/tab.ts';
import type { Sealer } from '#seal/bulk.ts';
import { largestPhoto, makePhotoKey } from '#seal/photo.ts';
import type { Finder } from '#search/finder.ts';
import { type DraftDesk, draftDesk } from './draft-desk.ts';
import { feedFinder } from './feed-finder.ts';
import { finderGround } from './finder-ground.ts';
import { finderFor, firstAnswer } from './first-answer.ts';
import { lazyBook, once, whenQuiet } from './lazy-book.ts';
import { readOut } from './out.ts';
import { packWith } from './pack-choice.ts';
import type { PlaceWorker } from './places-line.ts';
import type { Fix, KeptPhoto, Services } from './services.ts';
import { sharedRegister } from './shared-register.ts';
import type { Reach } from './sharing/reach.ts';
import type { TakeOff } from './take-off.ts';

export interface ShrunkPhoto {
  readonly photo: Blob;
  /** data: URL */
  readonly thumb: string;
  readonly width: number;
  readonly height: number;
}

/** What the browser lends, handed in by app/ so that tests can hand in their own. */
export interface Lent {
  readonly now: () => number;
  readonly newId: () => string;
  readonly lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly channel: TabChannel;
  readonly tab: Tab;
  readonly locate: () => Promise<Result<Fix, Failure>>;
  readonly recentFix: () => Fix | undefined;
  readonly spawnPlaces: () => PlaceWorker;
  /** What is needed to talk to a hub; fetched by whoever does. */
  readonly reach: () => Promise<Reach>;
  readonly shrink: (file: Blob) => Promise<Result<ShrunkPhoto, Failure>>;
}

export interface RowsMoved extends Applied {
  readonly register: string;
}

/** Tells the other tabs which rows moved. */
export interface TabChannel {
  post(message: RowsMoved): void;
  listen(listener: (message: RowsMoved) => void): () => void;
}

export interface Opened {
  readonly services: Services;
  readonly catalogue: CatalogueDb;
  readonly device: DeviceDb;
  readonly drafts: Drafts;
  readonly draftDesk: DraftDesk;
  /** Fetches the register's own code: someone has begun to type, and will want to save. */
  warmUp(): void;
  /** When the lists say all that the register holds. */
  caughtUp(): Promise<void>;
  /** From the moment it begins to close. */
  isClosed(): boolean;
  close(): Promise<void>;
}

interface Parts {
  readonly device: DeviceDb;
  /** Open, where the phone has a lock. */
  readonly safe: Safe | undefined;
  /** Asked for once, when the register itself is opened. */
  readonly makeSealer: () => Promise<Sealer>;
  readonly finder: Finder;
  readonly lent: Lent;
  readonly openRegister: (id: string) => Promise<void>;
  readonly takeOff: TakeOff;
}

interface PhotoParts extends Pick<Parts, 'device' | 'safe' | 'lent'> {
  readonly register: string;
}

const photosOf = ({ device, safe, register, lent }: PhotoParts): Services['photos'] => {
  const store = (id: string, blob: Blob, how: Pick<PhotoRow, 'broughtIn'> = {}) =>
    guarded(async () => {
      const state =
        blob.size > largestPhoto
          ? ({ waiting: 2, parked: 'too-big' } as const)
          : ({ waiting: 1 } as const);
      const row = { id, register, blob, addedAt: lent.now(), ...state, ...how };
      await device.photos.put(await keptPhoto(row, safe));
      return null;
    });
  return {
    keep: async (file): Promise<Result<KeptPhoto, Failure>> => {
      const shrunk = await lent.shrink(file);
      if (!shrunk.ok) return shrunk;
      const id = lent.newId();
      const { photo, thumb, width, height } = shrunk.value;
      const kept = await store(id, photo);
      return kept.ok ? ok({ id, thumb, width, height, key: makePhotoKey() }) : kept;
    },
    load: async (id) => {
      const row = await device.photos.get(id);
      return row && openPhoto(row, safe);
    },
    restore: (id, blob) => store(id, blob, { broughtIn: true }),
  };
};

const packsOf = (device: DeviceDb, register: string, now: () => number): Services['packs'] => ({
  list: () => packsFor(device, register),
  add: (pack) =>
    guarded(async () => {
      await device.packs.put({ ...pack, addedAt: now() });
      return null;
    }),
  remove: (id) => device.packs.delete(id),
});

/** Whoever types an address can wait for the code that knows streets; a start need not. */
function streetsOf(lent: Lent, choice: Parameters<typeof packWith>[1]) {
  const open = once(async () => {
    const { createPlaces } = await import('./places.ts');
    return createPlaces({ spawn: lent.spawnPlaces, choose: () => packWith('places', choice) });
  });
  const places: Services['places'] = {
    search: async (...asked) => (await open()).search(...asked),
    nearest: async (...asked) => (await open()).nearest(...asked),
    part: async () => (await open()).part(),
  };
  const close = async () => {
    if (open.hasBegun()) (await open()).close();
  };
  return { places, close };
}

async function openedKeys(
  device: DeviceDb,
  register: string,
  safe: Safe | undefined,
): Promise<KeysRow | undefined> {
  const row = await device.keys.get(register);
  if (!row || !isShut(row)) return row;
  return (await import('./keyring.ts')).openRow(row, safe);
}

/** Opens a register held on this phone and everything its screens ask for. */
export async function createServices(
  register: string,
  { device, safe, makeSealer, finder, lent, openRegister, takeOff }: Parts,
): Promise<Result<Opened, Failure<'no-key' | 'not-found'>>> {
  const [keys, out] = await Promise.all([
    openedKeys(device, register, safe),
    readOut(device, register),
  ]);
  if (!keys) return { ok: false, error: { kind: 'not-found' } };
  if (keys.circles.length === 0) return { ok: false, error: { kind: 'no-key' } };
  const catalogue = openCatalogueDb(register);
  const feeding = feedFinder(finder, catalogue);
  const choice = { device, catalogue, register };
  const ground = finderGround(finder, choice);
  const streets = streetsOf(lent, choice);
  const load = async () => void (await Promise.all([ground.begin(), feeding.load()]));
  const onApplied = (applied: Applied) => {
    lent.channel.post({ register, ...applied });
    feeding.moved(applied);
    share.nudge();
  };
  let isClosed = false;
  const deaf = lent.channel.listen((moved) => {
    if (moved.register !== register) return;
    feeding.moved(moved);
    share.nudge();
  });
  const opening = once(async () => {
    // The register's own code comes when it is asked for: lists are shown without it.
    const [{ openBook }, { deviceIdOf }] = await Promise.all([
      import('./make-book.ts'),
      import('./device-id.ts'),
    ]);
    const [sealer, deviceId] = await Promise.all([makeSealer(), deviceIdOf(device)]);
    const isReadOnly = out !== undefined;
    const given = { ...lent, device, safe, deviceId, sealer, catalogue, onApplied, isReadOnly };
    const opened = await openBook(keys, given);
    void opened.catchUp();
    return opened;
  });
  const parts = { ...lent, device, safe, catalogue, opening, openRegister, takeOff, out };
  const share = sharedRegister(keys, parts);
  const kept = drafts(device, lent.now, safe);
  const quiet = whenQuiet(() => void share.begin());
  const services: Services = {
    now: lent.now,
    madeUp: keys.madeUp !== undefined,
    circles: keys.circles.map(({ circle }) => circle),
    share,
    book: lazyBook(keys, async () => (await opening()).book),
    finder: finderFor(finder, load, firstAnswer(device, register)),
    registers: { open: openRegister, takeOff: () => takeOff(register, 'left') },
    where: { recent: lent.recentFix, locate: lent.locate },
    photos: photosOf({ device, safe, register, lent }),
    packs: packsOf(device, register, lent.now),
    places: streets.places,
  };
  return ok({
    services,
    catalogue,
    device,
    drafts: kept,
    draftDesk: draftDesk({ drafts: kept, tab: lent.tab, newId: lent.newId }),
    warmUp: () => void opening(),
    caughtUp: async () => (await opening()).catchUp(),
    isClosed: () => isClosed,
    close: once(async () => {
      isClosed = true;
      deaf();
      feeding.stop();
      ground.stop();
      await streets.close();
      quiet.cancel();
      await share.close();
      if (opening.hasBegun()) await (await opening()).close();
      catalogue.close();
    }),
  });
}
