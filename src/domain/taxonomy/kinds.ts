import type { RecordType } from '../record/values.ts';

/** The six kinds of asset, in the order people see them: list filters and the first question of Add. */
export const assetKinds = [
  'people',
  'groups',
  'organisations',
  'places',
  'exchange',
  'stories',
] as const;
export type AssetKind = (typeof assetKinds)[number];

/** The record each kind is kept as. */
export const recordTypeOfKind = {
  people: 'person',
  groups: 'group',
  organisations: 'organisation',
  places: 'place',
  exchange: 'exchange',
  stories: 'story',
} as const satisfies Record<AssetKind, RecordType>;
export type AssetRecordType = (typeof recordTypeOfKind)[AssetKind];

/** What the taxonomy id of each kind starts with. */
export const prefixOfKind = {
  people: 'ind',
  groups: 'assoc',
  organisations: 'inst',
  places: 'place',
  exchange: 'exch',
  stories: 'cult',
} as const satisfies Record<AssetKind, string>;

/** `undefined` for records that are no asset of their own: an activity, a connection, the register. */
export const kindOfRecordType = (type: string): AssetKind | undefined =>
  assetKinds.find((kind) => recordTypeOfKind[kind] === type);

/**
 * The kind an asset type belongs to, by its prefix, so an id from a newer app keeps its kind.
 * `undefined` for a register's own `local.` types (their kind is their record's) and for nonsense.
 */
export const kindOfType = (assetTypeId: string): AssetKind | undefined =>
  assetKinds.find((kind) => assetTypeId.startsWith(`${prefixOfKind[kind]}.`));

export const isAssetKind = (value: unknown): value is AssetKind =>
  assetKinds.some((kind) => kind === value);
