import type { Status } from '#domain/record/base-fields.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { ShareLevel } from '#domain/sharing/level.ts';

/**
 * One row per thing, joined from the facets this phone holds: only what lists, search, filters and
 * the map need. The catalogue stores it, the finder searches it.
 */
export interface ThingRow {
  readonly id: string;
  readonly type: RecordType;
  /** The asset kind it is listed under; absent for records that are no list rows. */
  readonly kind?: string;
  readonly assetType?: string;
  readonly name: string;
  readonly status: Status;
  readonly share: ShareLevel;
  readonly lon?: number;
  readonly lat?: number;
  readonly accuracyM?: number;
  readonly precision: 'exact' | 'street' | 'area' | 'none';
  /** Street, area or first line of the address, as people say it. */
  readonly where?: string;
  readonly areaId?: string;
  readonly streetId?: string;
  /** First words worth reading in a list: summary, purpose, first gift. */
  readonly line?: string;
  /** All other words worth finding: tags, gifts, facilities, town, postcode. */
  readonly words: string;
  readonly schedules?: readonly unknown[];
  readonly free?: true;
  readonly stepFree?: true;
  readonly confirmedOn?: string;
  readonly reviewDueOn?: string;
  readonly thumb?: string;
  /** For an activity: the organiser's id and the title it shows. */
  readonly organiserId?: string;
  readonly batchId?: string;
  readonly updatedAt: number;
}

export interface Point {
  readonly lon: number;
  readonly lat: number;
}

export interface FindQuery {
  readonly text?: string;
  /** Empty or absent = all. Kinds are the six list kinds. */
  readonly kinds?: readonly string[];
  readonly assetType?: string;
  /** Ids that pass a when-filter, worked out by the caller (open now, on today). */
  readonly free?: boolean;
  readonly stepFree?: boolean;
  /** 'due': review date past; 'fresh': not past. */
  readonly freshness?: 'due' | 'fresh';
  readonly when?: 'now' | 'today';
  /** Milliseconds since 1970 the when-filter and freshness refer to. */
  readonly at?: number;
  readonly near?: Point;
  readonly within?: { west: number; south: number; east: number; north: number };
  readonly includeArchived?: boolean;
  readonly offset?: number;
  readonly limit: number;
}

export interface Found {
  readonly total: number;
  /** Page of ids, in order: by relevance when there is text, else nearest first, else by name. */
  readonly ids: readonly string[];
  /** Straight-line metres from `near`, beside each id; undefined without a place. */
  readonly metres: readonly (number | undefined)[];
}

/** What a map needs of a thing: five numbers and words, never a record. */
export interface MapPoint {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly confirmed: boolean;
}
