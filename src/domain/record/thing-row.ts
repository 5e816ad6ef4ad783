import type { ShareLevel } from '../sharing/level.ts';
import type { Status } from './base-fields.ts';
import type { RecordType } from './values.ts';

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
  /** Secret, or not to be shown to anyone: nobody is asked to put it on the map. */
  readonly keptOffMap?: true;
  /** Street, area or first line of the address, as people say it. */
  readonly where?: string;
  readonly areaId?: string;
  readonly streetId?: string;
  /** First words worth reading in a list: summary, purpose, first gift. */
  readonly line?: string;
  /** All other words worth finding: tags, gifts, facilities, town, postcode. */
  readonly words: string;
  /** What its gifts were said to be, so that they are found by other words than their own. */
  readonly giftTypes?: readonly string[];
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

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Where it is, as a line under its name says it: what the name has said is not said again. */
export function whereBeside({ name, where }: Pick<ThingRow, 'name' | 'where'>): string | undefined {
  if (where === undefined || bare(where) === bare(name)) return undefined;
  return where.startsWith(`${name},`) ? where.slice(name.length + 1).trim() : where;
}
