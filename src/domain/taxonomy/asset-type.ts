/** What an asset of this type becomes in an Open Referral UK export; empty = never exported. */
export type OrukPart = 'organization' | 'service' | 'location';

/** One row of the vocabulary (docs/data-model.md). Ids are stable for ever: never renamed or reused. */
export interface AssetTypeRow {
  readonly id: string;
  /** Name of a lucide icon, in PascalCase. */
  readonly icon: string;
  readonly oruk: readonly OrukPart[];
  /** Labels to look for when matching to the Local Government Association's lists. */
  readonly lga?: readonly string[];
  /** Tying a person to it reveals health, faith, belief or the like. */
  readonly sensitive?: true;
  /** Meets in homes: where it is drops to the street. */
  readonly oftenHome?: true;
  /** Ask whether its place must stay secret. */
  readonly mayBeConfidential?: true;
  readonly mainlyChildren?: true;
  /** The id that took over from a retired one. */
  readonly replacedBy?: string;
}

export const nothing = [] as const satisfies readonly OrukPart[];
export const organisation = ['organization'] as const satisfies readonly OrukPart[];
export const location = ['location'] as const satisfies readonly OrukPart[];
export const withService = ['organization', 'service'] as const satisfies readonly OrukPart[];
export const withServiceAndLocation = [
  'organization',
  'service',
  'location',
] as const satisfies readonly OrukPart[];
