import type { Failure, Result } from '#base/result.ts';
import type { PackRow } from '#device/device-db.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { Away, FindQuery, Found, MapPoint, Point } from '#search/query.ts';
import type { Book } from './book.ts';
import type { Out } from './out.ts';
import type { Places } from './places.ts';
import type { Did, Sharing } from './sharing/sharing.ts';

export interface RegisterLine {
  readonly id: string;
  readonly name: string;
  readonly openedAt: number;
  /** A made-up neighbourhood, to look around in. */
  readonly madeUp?: true;
}

export interface Fix {
  readonly lon: number;
  readonly lat: number;
  readonly accuracyM: number;
  readonly at: number;
}

/** What features may ask for. Made once in app/, handed down by context. */
export interface Services {
  readonly now: () => number;
  /** The open register is a made-up neighbourhood: nothing in it is real. */
  readonly madeUp: boolean;
  /** That this phone has keys of. */
  readonly circles: readonly Circle[];
  readonly book: Book;
  readonly share: Share;
  readonly finder: {
    find(query: FindQuery): Promise<Found>;
    mapPoints(query: Omit<FindQuery, 'limit'>): Promise<readonly MapPoint[]>;
    /** How far on foot, where paths are known, else in a straight line. */
    away(from: Point, to: Point): Promise<Away | undefined>;
    /**
     * Called after the index has taken in a change, with the ids it touched or, where all may be
     * others now, without; returns the way to stop listening.
     */
    onChange(listener: (ids?: readonly string[]) => void): () => void;
  };
  readonly places: Places;
  readonly registers: {
    open(id: string): Promise<void>;
    /** Takes the open register off this phone, with all that only this phone knows of it. */
    takeOff(): Promise<void>;
  };
  readonly where: {
    /** The last fix, if younger than ten minutes. */
    recent(): Fix | undefined;
    locate(): Promise<Result<Fix, Failure>>;
  };
  readonly photos: {
    /** Shrinks, strips and keeps a picture; the photo value goes into a record's `photos`. */
    keep(file: Blob): Promise<Result<KeptPhoto, Failure>>;
    load(id: string): Promise<Blob | undefined>;
    /** A picture that comes with a copy, already shrunk; kept under the id its record names. */
    restore(id: string, blob: Blob): Promise<Result<null, Failure<'disk-full' | 'storage-lost'>>>;
  };
  readonly packs: {
    list(): Promise<readonly PackRow[]>;
    add(
      pack: Omit<PackRow, 'addedAt'>,
    ): Promise<Result<null, Failure<'disk-full' | 'storage-lost'>>>;
    remove(id: string): Promise<void>;
  };
}

/** The way to sharing, whose code comes when it is asked for. */
export interface Share {
  /** Whether a hub is set. */
  readonly isOn: boolean;
  /** Why this phone only reads; undefined while it belongs. */
  readonly out: Out | undefined;
  /** Undefined while no hub is set. */
  open(): Promise<Sharing | undefined>;
  /** Gives the register a place at a hub, and opens it anew as a shared one. */
  setUp(hub: string): Did;
}

export interface KeptPhoto {
  readonly id: string;
  readonly thumb: string;
  readonly width: number;
  readonly height: number;
  /** Base64: opens it at a hub. */
  readonly key: string;
}
