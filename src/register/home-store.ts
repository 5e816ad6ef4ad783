import type { Failure, Result } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Circle, type Home, homes } from '#domain/sharing/level.ts';

export type WriteFailure = Failure<'disk-full' | 'storage-lost' | 'too-big' | 'newer'>;

/** Given the join of all that is stored, the body wanted next. */
export type BodyEdit = (current: Body | undefined) => Body;

/** Where facets are kept: a circle's sealed store, or the records of this phone only. */
export interface HomeStore {
  /** The join of all live leaves, whichever of them PouchDB calls the winner. */
  read(ref: Ref): Promise<Body | undefined>;
  /** Which of these have a live body here. */
  has(refs: readonly Ref[]): Promise<readonly boolean[]>;
  /** The caller holds the record's lock. */
  write(ref: Ref, edit: BodyEdit): Promise<Result<null, WriteFailure>>;
  /** Bodies of things that are not there yet; one that is already there is left as it is. */
  addMany(items: readonly NewBody[]): Promise<Result<null, WriteFailure>>;
  /** Takes a facet out after it moved to a narrower home. */
  leave(ref: Ref): Promise<Result<null, WriteFailure>>;
}

/** The homes that this phone has: its own, and those of the circles it belongs to. */
export type HomeStores = Readonly<{ device: HomeStore } & Partial<Record<Circle, HomeStore>>>;

/** Narrowest first. */
export const heldHomes = (stores: HomeStores): readonly Home[] =>
  homes.filter((home) => stores[home] !== undefined);

export interface NewBody {
  readonly ref: Ref;
  readonly body: Body;
}
