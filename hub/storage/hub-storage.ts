import type { Buckets } from '../../src/domain/receipt/receipt.ts';

/** One revision of a document as it travels; only `documentFault` lets one in. */
export interface Arrived {
  readonly _id: string;
  readonly _rev: string;
  readonly _revisions: { readonly start: number; readonly ids: readonly string[] };
  readonly _deleted?: true;
}

/** A document whose leaves moved, with all of them. */
export interface Moved {
  readonly id: string;
  readonly seq: number;
  readonly leaves: readonly { readonly rev: string }[];
  readonly deleted: boolean;
}

export interface Page {
  readonly moved: readonly Moved[];
  /** Where the next page begins. */
  readonly lastSeq: number;
}

/** A document asked for; without `rev` all its leaves. */
export interface Wanted {
  readonly id: string;
  readonly rev?: string | undefined;
}

/** A leaf as it is handed out: the envelope, or a tombstone, with its history. */
export type FoundDocument = Readonly<Record<string, unknown>> & Arrived;
export type Found = { readonly ok: FoundDocument } | { readonly missing: string };

/** What a store holds, at one update sequence. */
export interface Holding {
  readonly seq: number;
  /** A copy: the store's own goes on. */
  readonly buckets: Buckets;
}

export interface Checkpoint {
  readonly rev: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One circle of one register. LevelDB today; a CouchDB has to do no more than this. */
export interface CircleStore {
  about(): Promise<{ readonly documents: number; readonly seq: number }>;
  /** Of the revisions asked about, by document, those that never came. */
  missing(
    asked: ReadonlyMap<string, readonly string[]>,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * On disk when it resolves. Documents have passed the gate; those it has no room for, because
   * they have too many leaves already, are given back.
   */
  write(documents: readonly Arrived[]): Promise<readonly Arrived[]>;
  /** The same for what this storage gave out before, as in a backup: there is room for all of it. */
  putBack(documents: readonly Arrived[]): Promise<void>;
  /** False once it takes more of the disk than it may. */
  hasRoom(): Promise<boolean>;
  page(since: number, limit: number): Promise<Page>;
  /** With `latest`, what grew out of a revision in place of it. */
  read(wanted: Wanted, latest: boolean): Promise<readonly Found[]>;
  holding(): Promise<Holding>;
  checkpoint(of: string, id: string): Promise<Checkpoint | undefined>;
  /** Undefined where `rev` is not the one that is there. */
  keepCheckpoint(of: string, id: string, point: Partial<Checkpoint>): Promise<string | undefined>;
  /** Takes what was replaced or removed off the disk, so that no byte of it is left. */
  letGo(): Promise<void>;
}

export interface HubStorage {
  /** Opens the circle for the time of `work`, and makes it where there is none. */
  use<T>(circle: string, work: (store: CircleStore) => Promise<T>): Promise<T>;
  /** Takes a circle off the disk. */
  drop(circle: string): Promise<void>;
  /** Waits for what runs, then closes everything. */
  stop(): Promise<void>;
}
