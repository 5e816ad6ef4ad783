import type { Json, JsonObject } from '#base/json.ts';
import type { Failure, Result } from '#base/result.ts';
import type { Relation } from '#domain/connection/connection.ts';
import type { Difference } from '#domain/import-batch/differences.ts';
import type { Stamp } from '#domain/merge/stamp.ts';
import type { AnyRecord, FieldIssue } from '#domain/record/record.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';

/** What a person did, and the way back for the ten seconds the offer stands. */
export interface Done {
  readonly id: string;
  readonly undo: () => Promise<Result<null, SaveFailure>>;
}

export type SaveFailure = Failure<
  | 'not-valid'
  | 'disk-full'
  | 'storage-lost'
  | 'locked-out'
  | 'newer'
  | 'not-found'
  | 'too-big'
  | 'read-only'
> & { readonly issues?: readonly FieldIssue[] };

/** A phone without any room cannot even open its stores: `disk-full` then. */
export type ReadFailure = Failure<'not-found' | 'newer' | 'broken' | 'disk-full' | 'storage-lost'>;

/** `import-stopped`: by hand, and all taken back. `import-stuck`: not all could be taken back. */
export type ImportFailure = SaveFailure | Failure<'import-stopped' | 'import-stuck'>;

export type Saving = Promise<Result<Done, SaveFailure>>;

/** One fact of a record's past: what it was before and after, when, by which writer. */
export interface Change {
  readonly field: string;
  /** `null` = cleared or taken out. */
  readonly value: unknown;
  /** What was taken out of a list, where its key still tells. */
  readonly before?: Json;
  readonly at: number;
  readonly by: string;
  readonly current: boolean;
}

/** One version of a field, as it lies in one home. */
export interface KeptValue {
  readonly home: Home;
  readonly field: string;
  readonly stamp: Stamp;
}

/** A record read whole, with the age of each fact in milliseconds since 1970. */
export interface ReadRecord {
  readonly record: AnyRecord;
  readonly ages: Readonly<Record<string, number>>;
  readonly updatedAt: number;
}

/** What arrives from a file, checked and ready to be written in one undoable act. */
export interface Arriving {
  readonly id: string;
  readonly type: RecordType;
  readonly values: JsonObject;
}
export interface Arrived {
  readonly batchId: string;
  readonly added: number;
  readonly already: number;
  readonly refused: number;
  /** Things that took a newer word of the file. */
  readonly changed: number;
}

/** What a newer file says otherwise of a thing that stands in the book. */
export interface Parting extends Ref {
  readonly name: string;
  readonly differences: readonly Difference[];
  /** When the file was made or read, as it says. */
  readonly retrievedAt: string | undefined;
}

/** A page of a file beside the book. What is new is named nowhere. */
export interface Compared {
  readonly partings: readonly Parting[];
  /** How many stand and say the same. */
  readonly same: number;
  /** Somebody took them out of the book, one by one. */
  readonly takenOut: readonly { readonly id: string; readonly name: string }[];
  /** By id, how the things asked about are known elsewhere: phones, web addresses, map objects. */
  readonly ways: Readonly<Record<string, readonly string[]>>;
}

export interface SavedBook {
  readonly content: Blob;
  readonly documents: number;
  /** ISO 8601. */
  readonly madeAt: string;
}

export interface TakenBook {
  /** Versions of things that this phone did not have. */
  readonly added: number;
  /** Left out: no sealed record, or one that would take away what nobody has erased. */
  readonly refused: number;
  /** In the book. */
  readonly documents: number;
}

type OnProgress = (done: number, total: number) => void;

/**
 * What opens a book where its register is not: words of one's own, or nothing but a recovery
 * sheet. Where the register is, its own keys do.
 */
export type BookLock = { readonly by: 'words'; readonly words: string } | { readonly by: 'keys' };

/** The register as one sealed file, to be kept or carried by hand. */
export interface BookCopies {
  save(lock: BookLock, onProgress: OnProgress): Promise<Result<SavedBook, Failure>>;
  /** Joins a book of this very register with what is here. Safe to repeat, in any order. */
  take(file: Blob, onProgress: OnProgress): Promise<Result<TakenBook, Failure>>;
  /** The member record of whose recovery sheet signs with this key; none for the founder's. */
  whoseSheet(sign: string): Promise<string | undefined>;
}

/** The open register: commands in. Reading is by hooks (services/use-*.ts). */
export interface Book {
  readonly registerId: string;
  readonly memberId: string;
  /** A new thing. `values` need no dates or author: the book sets them, and an id if none is given. */
  add(type: RecordType, values: JsonObject, id?: string): Saving;
  /** Sets the named fields; null clears one. Everything else stays. */
  change(ref: Ref, values: JsonObject): Saving;
  confirm(ref: Ref): Saving;
  archive(ref: Ref): Saving;
  remove(ref: Ref): Saving;
  connect(from: Ref, to: Ref, rel: Relation): Saving;
  putBack(ref: Ref, field: string, value: unknown): Saving;
  /** Keeps one of several values that people gave without sight of each other: never asked again. */
  settle(ref: Ref, kept: KeptValue): Saving;
  read(ref: Ref): Promise<Result<ReadRecord, ReadFailure>>;
  history(ref: Ref): Promise<readonly Change[]>;
  /**
   * Writes many in batches as one act, named by `fileName`. Records already held are left alone,
   * removed ones come back. Of `changes` each field is written that still says what was seen when
   * the two were compared. When it fails or `signal` stops it, what was written is taken back.
   */
  bringIn(
    items: readonly Arriving[],
    about: {
      fileName: string;
      from: 'import-osm' | 'import-geojson' | 'import-csv' | 'import-copy';
      licence?: string;
      /** Words of a newer file to take for things that stand: part of the same act. */
      changes?: readonly Parting[];
    },
    onProgress: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<Result<Arrived, ImportFailure>>;
  /** Sets a page of a file beside the book; and tells of `beside` how they are known elsewhere. */
  compare(items: readonly Arriving[], beside: readonly Ref[]): Promise<Compared>;
  undoImport(
    batchId: string,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<number, SaveFailure>>;
  /** Every record this phone may read, as plain values, for the member's own copy. */
  readAll(onProgress: (done: number, total: number) => void): Promise<readonly AnyRecord[]>;
  /** The names under which this phone writes: another one in each home. */
  writers(): Promise<ReadonlySet<string>>;
  rebuild(onProgress: (done: number, total: number) => void): Promise<void>;
  copies(): Promise<BookCopies>;
}
