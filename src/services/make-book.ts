import { isJsonObject } from '#base/json.ts';
import type { Applied } from '#catalogue/apply.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import { everyRef } from '#catalogue/every-ref.ts';
import { createFollower } from '#catalogue/follower.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';
import { recordAmender } from '#register/amend-record.ts';
import type { HomeStore } from '#register/home-store.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import { readMany } from '#register/read-many.ts';
import { type RecordWriter, recordWriter } from '#register/record-writer.ts';
import { removeMany } from '#register/remove-many.ts';
import type { Sealer } from '#seal/bulk.ts';
import type { Book } from './book.ts';
import { bookCommands } from './book-commands.ts';
import { bringingIn } from './bring-in.ts';
import { circleSource } from './circle-source.ts';
import { compactNowAndThen } from './compact.ts';
import { comparing } from './compare-import.ts';
import { movingNotices } from './moving.ts';
import { openStores } from './open-stores.ts';
import { readOnlyBook } from './read-only-book.ts';
import { historyOfRecord, readRecord } from './read-record.ts';
import type { Rings } from './register-keys.ts';
import { settling } from './settle.ts';
import { noticesIn } from './sharing/notices.ts';
import { finishTakingOff } from './take-off.ts';
import { toldInWords } from './told-in-words.ts';
import { whatIsNews } from './what-is-news.ts';

export interface BookParts {
  readonly device: DeviceDb;
  readonly deviceId: string;
  readonly catalogue: CatalogueDb;
  readonly sealer: Sealer;
  readonly safe: Safe | undefined;
  readonly now: () => number;
  readonly newId: () => string;
  readonly lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly onApplied: (applied: Applied) => void;
  /** This phone is no longer in the register. */
  readonly isReadOnly?: boolean;
}

/** What whoever shares the register works with. */
export interface Ground {
  readonly keys: KeysRow;
  readonly circles: CircleStores;
  /** The records of this phone alone. */
  readonly own: HomeStore;
  readonly rings: Rings;
  readonly writer: RecordWriter;
  readonly caughtUp: (homes?: readonly Home[]) => Promise<void>;
  readonly lookAgain: () => Promise<void>;
  /** Makes all lists anew. */
  readonly relist: () => Promise<void>;
}

export interface OpenBook {
  readonly book: Book;
  readonly ground: Ground;
  /** Takes in what other tabs wrote. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export const noticeSigner = ({ signingKey, signingPublic, memberId, founding }: KeysRow) => {
  const founder = isJsonObject(founding) ? founding['founder'] : undefined;
  const signedBy = signingPublic ?? (typeof founder === 'string' ? founder : '');
  return { signingKey, memberId, signedBy };
};

async function readEach(
  refs: readonly Ref[],
  writer: RecordWriter,
  onProgress: (done: number, total: number) => void,
): Promise<readonly AnyRecord[]> {
  const records: AnyRecord[] = [];
  for (const [index, ref] of refs.entries()) {
    const read = await readRecord(writer, ref);
    if (read.ok) records.push(read.value.record);
    onProgress(index + 1, refs.length);
  }
  return records;
}

/** Opens one register: its stores, its follower, its commands. */
export async function openBook(keys: KeysRow, parts: BookParts): Promise<OpenBook> {
  const { device, lock, now, catalogue } = parts;
  void finishTakingOff(device).catch(() => {});
  const { circles, growing, own, stores, writers, close } = await openStores(keys, parts);
  const moving = movingNotices({
    circles,
    notices: () => noticeParts,
    heardOf: noticesIn(catalogue),
  });
  const writing = { stores, writers, now, lock, register: keys.register, moving };
  const writer = recordWriter(writing);
  const noticeParts = { ...parts, ...noticeSigner(keys), writer };
  const follower = createFollower({
    db: catalogue,
    sources: [
      ...heldCircles(circles)
        .map((held) => circleSource(...held))
        .reverse(),
      own,
    ],
    lock: (work) => lock(`pb-follow-${keys.register}`, work),
    onApplied: parts.onApplied,
    news: whatIsNews({ device, keys, circles, writers }),
  });
  // What was written is safe already: a list that lags behind is no failure to save.
  const caughtUp = (homes?: readonly Home[]) =>
    follower.catchUp(homes).catch(async (error: unknown) => {
      const what = error instanceof Error ? `catch-up: ${error.name}` : 'catch-up';
      await device.diary.add({ at: now(), what }).catch(() => {});
    });
  const compactNow = () => compactNowAndThen(device, catalogue, circles).catch(() => {});
  const commandParts = { ...parts, writer, memberId: keys.memberId, caughtUp };
  const importing = {
    ...commandParts,
    stores,
    catalogue,
    readMany: (refs: readonly Ref[]) => readMany({ stores, circles }, refs),
    removeMany: (refs: readonly Ref[]) => removeMany({ ...writing, circles }, refs),
  };
  const book: Book = {
    registerId: keys.register,
    memberId: keys.memberId,
    ...bookCommands(commandParts),
    ...settling({ caughtUp, amend: recordAmender(writing, writer.read) }),
    ...comparing(importing),
    ...bringingIn(importing),
    read: (ref) => toldInWords(() => readRecord(writer, ref)),
    history: (ref) => historyOfRecord(writer, ref),
    readAll: async (onProgress) => readEach(await everyRef(catalogue), writer, onProgress),
    writers: async () => new Set(Object.values(writers)),
    rebuild: (onProgress) => follower.rebuild((done) => onProgress(done, done)),
    copies: async () => {
      const [{ bookCopies }, { ordersIn }] = await Promise.all([
        import('./book-copies.ts'),
        import('./sharing/orders.ts'),
      ]);
      const orders = await ordersIn({ ...parts, keys, circles, own });
      return bookCopies({ keys, circles, now, caughtUp, orders });
    },
  };
  const anew = { lookAgain: () => follower.lookAgain(), relist: () => follower.rebuild() };
  const ground: Ground = { keys, circles, own, rings: growing, writer, caughtUp, ...anew };
  return {
    book: parts.isReadOnly ? readOnlyBook(book) : book,
    ground,
    catchUp: () => caughtUp().then(compactNow),
    close,
  };
}
