import * as v from 'valibot';

export const giftDimensions = ['head', 'hand', 'heart'] as const;
export type GiftDimension = (typeof giftDimensions)[number];

interface GiftRow {
  readonly id: `g.${GiftDimension}.${string}`;
  /** Show the safeguarding card before this gift is ever suggested to anyone. */
  readonly safeguardingFirst?: true;
  /** A check must have been seen before it is suggested at all. */
  readonly needsCheck?: true;
  /** Kept only in the person's own words and with their explicit consent. */
  readonly explicitConsent?: true;
}

const rows = [
  { id: 'g.head.local-history' },
  { id: 'g.head.languages' },
  { id: 'g.head.maths-money' },
  { id: 'g.head.form-filling' },
  { id: 'g.head.law-rights' },
  { id: 'g.head.gardening-knowledge' },
  { id: 'g.head.nature' },
  { id: 'g.head.health-know-how', safeguardingFirst: true },
  { id: 'g.head.computers-phones' },
  { id: 'g.head.teaching' },
  { id: 'g.head.faith-culture', explicitConsent: true },
  { id: 'g.head.trades-advice' },
  { id: 'g.hand.cooking-baking' },
  { id: 'g.hand.sewing-knitting' },
  { id: 'g.hand.diy-repair' },
  { id: 'g.hand.gardening' },
  { id: 'g.hand.bikes-cars' },
  { id: 'g.hand.art-music' },
  { id: 'g.hand.sport-coaching' },
  { id: 'g.hand.childcare', safeguardingFirst: true, needsCheck: true },
  { id: 'g.hand.lifts-errands', safeguardingFirst: true },
  { id: 'g.hand.hair-beauty' },
  { id: 'g.hand.animals' },
  { id: 'g.hand.lifting-shifting' },
  { id: 'g.heart.listening' },
  { id: 'g.heart.welcoming' },
  { id: 'g.heart.older-neighbours' },
  { id: 'g.heart.young-people' },
  { id: 'g.heart.children-play' },
  { id: 'g.heart.environment' },
  { id: 'g.heart.fairness' },
  { id: 'g.heart.safety-streets' },
  { id: 'g.heart.animals-care' },
  { id: 'g.heart.arts-joy' },
  { id: 'g.heart.food-for-all' },
  { id: 'g.heart.peace-making' },
] as const satisfies readonly GiftRow[];

export type GiftTypeId = (typeof rows)[number]['id'];

export interface GiftType {
  readonly id: GiftTypeId;
  readonly dimension: GiftDimension;
  readonly safeguardingFirst: boolean;
  readonly needsCheck: boolean;
  readonly explicitConsent: boolean;
}

const dimensionOf = (id: GiftTypeId): GiftDimension =>
  giftDimensions.find((dimension) => id.startsWith(`g.${dimension}.`)) ?? 'hand';

/** The 36 gift types, twelve of the head, the hand and the heart. A person's own words come first. */
export const giftTypes: readonly GiftType[] = rows.map((row) => ({
  safeguardingFirst: false,
  needsCheck: false,
  explicitConsent: false,
  ...row,
  dimension: dimensionOf(row.id),
}));

const giftsById: ReadonlyMap<string, GiftType> = new Map(giftTypes.map((gift) => [gift.id, gift]));

export const findGift = (id: string): GiftType | undefined => giftsById.get(id);

export const giftsOf = (dimension: GiftDimension): readonly GiftType[] =>
  giftTypes.filter((gift) => gift.dimension === dimension);

export const giftTypeSchema = v.pipe(
  v.string(),
  v.check((id) => giftsById.has(id), 'unknown-gift'),
);
