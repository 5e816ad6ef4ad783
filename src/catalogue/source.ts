import type { Body } from '#domain/merge/body.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';
import type { FeedPage } from '#register/feed.ts';

/** One of the places facets come from: a circle's feed, or the records of this phone only. */
export interface Source {
  readonly home: Home;
  page(since: number, limit: number): Promise<FeedPage>;
  read(ref: Ref): Promise<Body | undefined>;
  /** True while nothing was ever written there: spares asking it for each thing. */
  isEmpty(): Promise<boolean>;
  /** The envelope id a thing has there, for telling which thing a tombstone belonged to. */
  idOf(ref: Ref): Promise<string>;
}
