import * as v from 'valibot';
import type { AssetTypeRow } from './asset-type.ts';
import { exchangeTypes } from './exchange-types.ts';
import { groupTypes } from './group-types.ts';
import { type AssetKind, assetKinds } from './kinds.ts';
import { organisationTypes } from './organisation-types.ts';
import { peopleTypes } from './people-types.ts';
import { placeTypes } from './place-types.ts';
import { storyTypes } from './story-types.ts';

const rowsByKind = {
  people: peopleTypes,
  groups: groupTypes,
  organisations: organisationTypes,
  places: placeTypes,
  exchange: exchangeTypes,
  stories: storyTypes,
} as const satisfies Record<AssetKind, readonly AssetTypeRow[]>;

export type AssetTypeId = (typeof rowsByKind)[AssetKind][number]['id'];

/** A row with its kind and every flag told as true or false. */
export interface AssetType extends Pick<AssetTypeRow, 'icon' | 'oruk' | 'replacedBy'> {
  readonly id: AssetTypeId;
  readonly kind: AssetKind;
  readonly lga: readonly string[];
  readonly sensitive: boolean;
  readonly oftenHome: boolean;
  readonly mayBeConfidential: boolean;
  readonly mainlyChildren: boolean;
}

const plain = {
  lga: [],
  sensitive: false,
  oftenHome: false,
  mayBeConfidential: false,
  mainlyChildren: false,
} as const;

/** The 74 asset types, kind by kind, in the order a person chooses from. */
export const assetTypes: readonly AssetType[] = assetKinds.flatMap((kind) =>
  rowsByKind[kind].map((row) => ({ ...plain, ...row, kind })),
);

const typesById: ReadonlyMap<string, AssetType> = new Map(
  assetTypes.map((type) => [type.id, type]),
);

export const typesOfKind = (kind: AssetKind): readonly AssetType[] =>
  assetTypes.filter((type) => type.kind === kind);

/** `undefined` for a register's own types and for ids a newer app has added: show the words kept. */
export const findType = (id: string): AssetType | undefined => typesById.get(id);

/** A type of a register's own: `local.<register's short name>.<slug>`. */
const localType = /^local\.[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const isLocalType = (id: string): boolean => localType.test(id);

/** A known id or a register's own type; what a person may choose. */
export const assetTypeSchema = v.pipe(
  v.string(),
  v.maxLength(100),
  v.check((id) => typesById.has(id) || isLocalType(id), 'unknown-type'),
);

/** The catalogue key of an id: dots would be read as levels. `types.<key>.label`, `gifts.<key>`. */
export const catalogueKey = (id: string): string => id.replaceAll('.', '_');
