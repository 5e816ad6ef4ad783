import Dexie, { type EntityTable, type Table } from 'dexie';
import type { ConnectionState, Relation } from '#domain/connection/connection.ts';
import type { Geometry } from '#domain/place/location.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { ShareLevel } from '#domain/sharing/level.ts';
import type { HeardRow } from './heard.ts';
import type { AskRow } from './project-asks.ts';

/** Raised when rows are made differently: the catalogue is then rebuilt, never migrated. */
export const CATALOGUE_VERSION = 9;

/** What a thing's own record says, before confirmations and a borrowed place are added. */
export interface CatalogueRow extends ThingRow {
  readonly ownStatus: ThingRow['status'];
  readonly ownConfirmedOn?: string;
  readonly ownWhere?: string;
  /** Set where the thing has no place of its own and stands where this other one does. */
  readonly placeId?: string;
}

/**
 * An edge the lists need. `happening`: organiser to activity; `confirms`: someone said "still
 * true"; `photo`: a thing to a photo it shows, so that whose a photo is need not be looked for.
 */
export interface LinkRow {
  readonly id: string;
  readonly what: 'tie' | 'happening' | 'confirms' | 'photo';
  readonly from: string;
  readonly to: string;
  readonly fromType: RecordType;
  readonly toType: RecordType;
  /** Who may see the record that makes it. */
  readonly share: ShareLevel;
  readonly rel?: Relation;
  readonly state?: ConnectionState;
  readonly at?: string;
  readonly by?: string;
}

/**
 * The area or line a thing covers. A table of its own: lists and search, which read every row, need
 * none of it.
 */
export interface ShapeRow {
  readonly id: string;
  readonly outline: Exclude<Geometry, { type: 'Point' }>;
  /** As its record's, so that a map can tell an outline that was drawn anew. */
  readonly updatedAt: number;
}

export const paperTypes = ['steward-act', 'notice', 'closing-list', 'acknowledgement'] as const;
export type Paper = Extract<AnyRecord, { type: (typeof paperTypes)[number] }>;

/**
 * What keeps a shared register in order: acts, notices, lists, receipts. Kept whole, and kept when
 * its document is gone: nothing that was once heard of is forgotten because somebody removes it.
 */
export interface PaperRow {
  readonly id: string;
  readonly type: Paper['type'];
  readonly paper: Paper;
}

export type HeldWhy = 'unknown-kind' | 'newer' | 'broken' | 'no-key' | 'late';
/** A document that can't be shown now: kept, counted, said so. */
export interface HeldRow {
  readonly key: string;
  readonly why: HeldWhy;
}

export interface PositionRow {
  readonly source: string;
  readonly seq: number;
}

export type CatalogueDb = Dexie & {
  things: EntityTable<CatalogueRow, 'id'>;
  links: EntityTable<LinkRow, 'id'>;
  shapes: EntityTable<ShapeRow, 'id'>;
  papers: EntityTable<PaperRow, 'id'>;
  asks: EntityTable<AskRow, 'key'>;
  heard: EntityTable<HeardRow, 'key'>;
  held: EntityTable<HeldRow, 'key'>;
  positions: Table<PositionRow, string>;
};

/** The read model: disposable, always equal to what a rebuild would make. */
export function openCatalogueDb(register: string): CatalogueDb {
  const db = new Dexie(`pb-${register}-catalogue`, {
    chromeTransactionDurability: 'relaxed',
  }) as CatalogueDb;
  db.version(6).stores({
    things: 'id, kind, batchId, placeId, [kind+batchId]',
    links: 'id, from, to',
    shapes: 'id',
    papers: 'id, type',
    asks: 'key, id, at',
    heard: 'key',
    held: 'key, why',
    positions: 'source',
  });
  return db;
}
