import { isJsonObject, type Json } from '#base/json.ts';
import { type ShareLevel, shareLevels } from '#domain/sharing/level.ts';
import { type GiftDimension, giftDimensions } from '#domain/taxonomy/gifts.ts';
import { type AssetKind, assetKinds } from '#domain/taxonomy/kinds.ts';

export const whereWays = ['here', 'typed', 'nowhere', 'map'] as const;
export type WhereWay = (typeof whereWays)[number];

/** How a point came: measured, put on the map, the door found by its address, the street by its name. */
const spotWays = ['gps', 'tap', 'geocode', 'street-snap'] as const;

/** A point a person gave, WGS 84 degrees; `accuracyM` only when the phone measured it. */
export type Spot = {
  readonly lon: number;
  readonly lat: number;
  readonly accuracyM: number | null;
  readonly by: (typeof spotWays)[number];
  /** Milliseconds since 1970. */
  readonly at: number;
};

/**
 * All that Add asks, as typed: kept as a draft at every key. `null` = not answered by hand, so the
 * guess or the default stands. A type alias, because an interface is no `Json`.
 */
export type Answers = {
  /** The thing's id from the first key on: saving twice after trouble makes one record. */
  readonly id: string;
  readonly kind: AssetKind | null;
  readonly name: string;
  readonly type: string | null;
  readonly dimension: GiftDimension;
  readonly gift: string;
  readonly way: WhereWay | null;
  readonly typed: string;
  readonly spot: Spot | null;
  /** The address that stands where the phone is, once somebody said that it is this one. */
  readonly address: string;
  /** Keep the street, not the spot. */
  readonly near: boolean | null;
  readonly secret: boolean;
  readonly share: ShareLevel | null;
  /** Id of the control that had the focus. */
  readonly at: string;
};

export const noAnswers: Answers = {
  id: '',
  kind: null,
  name: '',
  type: null,
  dimension: 'hand',
  gift: '',
  way: null,
  typed: '',
  spot: null,
  address: '',
  near: null,
  secret: false,
  share: null,
  at: '',
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const flagIn = (value: Json | undefined): boolean | null =>
  typeof value === 'boolean' ? value : null;
const oneOf = <T extends string>(all: readonly T[], value: Json | undefined): T | null =>
  all.find((each) => each === value) ?? null;
const degrees = (value: Json | undefined, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most;

function spotIn(value: Json | undefined): Spot | null {
  if (!isJsonObject(value)) return null;
  const { lon, lat, accuracyM, by, at } = value;
  if (!degrees(lon, 180) || !degrees(lat, 90) || typeof at !== 'number') return null;
  const accuracy = typeof accuracyM === 'number' && accuracyM >= 0 ? accuracyM : null;
  return { lon, lat, accuracyM: accuracy, by: oneOf(spotWays, by) ?? 'tap', at };
}

/** A stored draft may be of any age: what it does not say, or says wrongly, was not answered. */
export function readAnswers(stored: Json | undefined): Answers {
  if (!isJsonObject(stored)) return noAnswers;
  return {
    id: uuid.test(textIn(stored['id'])) ? textIn(stored['id']) : '',
    kind: oneOf(assetKinds, stored['kind']),
    name: textIn(stored['name']),
    type: textIn(stored['type']) || null,
    dimension: oneOf(giftDimensions, stored['dimension']) ?? noAnswers.dimension,
    gift: textIn(stored['gift']),
    way: oneOf(whereWays, stored['way']),
    typed: textIn(stored['typed']),
    spot: spotIn(stored['spot']),
    address: textIn(stored['address']),
    near: flagIn(stored['near']),
    secret: stored['secret'] === true,
    share: oneOf(shareLevels, stored['share']),
    at: textIn(stored['at']),
  };
}

/** Whether anything is lost if it is thrown away. A kind alone is one tap and no words. */
export const hasWords = ({ name, gift, typed, spot }: Answers): boolean =>
  [name, gift, typed].some((text) => text.trim() !== '') || spot !== null;

/** What the person would know it by, for "You were adding …". */
export const wordsFor = ({ name, gift, typed }: Answers): string =>
  [name, gift, typed].map((text) => text.trim()).find((text) => text !== '') ?? '';
