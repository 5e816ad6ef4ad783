import type { Away } from '#domain/place/away.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';

export type { Away, ThingRow };

export interface Point {
  readonly lon: number;
  readonly lat: number;
}

export interface FindQuery {
  readonly text?: string;
  /** Empty or absent = all. Kinds are the six list kinds. */
  readonly kinds?: readonly string[];
  /** A type, or the beginning of several: `place` takes in `place.park`. */
  readonly assetType?: string;
  readonly free?: boolean;
  readonly stepFree?: boolean;
  /** 'due': review date past; 'fresh': not past. Without a review date a thing is neither. */
  readonly freshness?: 'due' | 'fresh';
  /** Surely open now; happening on the day of `at`. */
  readonly when?: 'now' | 'today';
  /** Milliseconds since 1970 the when-filter and freshness refer to. */
  readonly at?: number;
  /** Came in with an import, could stand on the map, and has no spot yet. */
  readonly unplaced?: true;
  readonly near?: Point;
  /** No further from `near` than this many minutes on foot, as far as paths are known. */
  readonly minutes?: number;
  readonly within?: { west: number; south: number; east: number; north: number };
  readonly includeArchived?: boolean;
  /** Of all it would find, these ids alone: what a change may have touched. */
  readonly only?: readonly string[];
  readonly offset?: number;
  readonly limit: number;
}

export interface Found {
  readonly total: number;
  /** Page of ids, in order: by relevance when there is text, else nearest first, else by name. */
  readonly ids: readonly string[];
  /** How far from `near`, beside each id; undefined without a place. */
  readonly away: readonly (Away | undefined)[];
}

/** What a map needs of a thing: a few numbers and words, never a record. */
export interface MapPoint {
  readonly id: string;
  readonly kind: string;
  readonly assetType?: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly confirmed: boolean;
}
