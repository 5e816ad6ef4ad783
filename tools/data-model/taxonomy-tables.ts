import type { GiftType } from '#domain/taxonomy/gifts.ts';
import { giftDimensions, giftsOf } from '#domain/taxonomy/gifts.ts';
import { assetKinds } from '#domain/taxonomy/kinds.ts';
import { type AssetType, catalogueKey, typesOfKind } from '#domain/taxonomy/types.ts';
import { code, table } from './markdown.ts';

/** The parts of `en-GB/taxonomy.json` and `kinds.json` that are shown here. */
export interface Labels {
  readonly types: Readonly<Record<string, { readonly label: string } | undefined>>;
  readonly gifts: Readonly<Record<string, string | undefined>>;
  readonly kinds: Readonly<Record<string, unknown>>;
}

const flagsOf = (type: AssetType): string =>
  [
    type.sensitive && 'S',
    type.oftenHome && 'H',
    type.mayBeConfidential && 'X',
    type.mainlyChildren && 'C',
  ]
    .filter(Boolean)
    .join(' ');

const orukOf = ({ oruk }: AssetType): string =>
  oruk.map((part) => part.charAt(0).toUpperCase()).join('+') || '–';

export const typeTables = ({ types, kinds }: Labels): readonly string[] =>
  assetKinds.flatMap((kind) => [
    `### ${String(kinds[kind])}`,
    '',
    ...table(
      ['id', 'label', 'flags', 'Open Referral UK'],
      typesOfKind(kind).map((type) => [
        code(type.id) + (type.replacedBy ? ` → ${code(type.replacedBy)}` : ''),
        types[catalogueKey(type.id)]?.label ?? '',
        flagsOf(type),
        orukOf(type),
      ]),
    ),
  ]);

const giftFlags = (gift: GiftType): string =>
  [
    gift.safeguardingFirst && 'safeguarding card first',
    gift.needsCheck && 'needs a check that was seen',
    gift.explicitConsent && 'own words and explicit consent only',
  ]
    .filter(Boolean)
    .join(', ');

export const giftTable = ({ gifts }: Labels): readonly string[] =>
  table(
    ['id', 'label', 'before it is suggested'],
    giftDimensions.flatMap((dimension) =>
      giftsOf(dimension).map((gift) => [
        code(gift.id),
        gifts[catalogueKey(gift.id)] ?? '',
        giftFlags(gift),
      ]),
    ),
  );
