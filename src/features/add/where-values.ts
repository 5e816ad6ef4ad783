import type { JsonObject } from '#base/json.ts';
import { kinds } from '#domain/record/kinds.ts';
import { type AssetKind, recordTypeOfKind } from '#domain/taxonomy/kinds.ts';
import { findType } from '#domain/taxonomy/types.ts';
import type { Answers, Spot } from './answers.ts';
import { readTypedPlace } from './typed-place.ts';

export interface WhereInput {
  readonly answers: Answers;
  readonly kind: AssetKind;
  readonly typeId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Kinds whose default is the street, and types that often meet in homes (docs/data-model.md). */
export const isNearByDefault = (kind: AssetKind, typeId: string): boolean =>
  kinds[recordTypeOfKind[kind]].defaults.precision === 'street' ||
  findType(typeId)?.oftenHome === true;

export const isNear = ({ answers, kind, typeId }: Omit<WhereInput, 'now'>): boolean =>
  kind === 'people' || (isNearByDefault(kind, typeId) && answers.near !== false);

export const mayBeSecret = (kind: AssetKind, typeId: string): boolean =>
  kind !== 'people' && findType(typeId)?.mayBeConfidential === true;

export const isSecret = (answers: Answers, kind: AssetKind, typeId: string): boolean =>
  answers.secret && mayBeSecret(kind, typeId);

const instant = (at: number): string => new Date(at).toISOString();

/** Three decimals, about 100 m: the same cell however often it is asked, so nothing averages out. */
const cell = (degrees: number): number => Math.round(degrees * 1000) / 1000;
const mostAccuracyM = 5000;

function pointLocation({ lon, lat, accuracyM, by, at }: Spot, near: boolean): JsonObject {
  const coordinates = near ? [cell(lon), cell(lat)] : [lon, lat];
  const measured = !near && accuracyM !== null;
  return {
    precision: near ? 'street' : 'exact',
    geometry: { type: 'Point', coordinates },
    ...(measured ? { accuracyM: Math.min(accuracyM, mostAccuracyM) } : {}),
    capturedBy: by,
    capturedAt: instant(at),
  };
}

/** A street by its name, and roughly where it is once that is known. */
const streetLocation = (words: string, now: number, spot: Spot | null): JsonObject => ({
  ...(spot
    ? pointLocation(spot, true)
    : { precision: 'street', capturedBy: 'typed', capturedAt: instant(now) }),
  words,
});

function addressOf(text: string): JsonObject {
  const { parts, postcode } = readTypedPlace(text);
  const [line1, ...others] = parts;
  const town = others.at(-1);
  const line2 = others.slice(0, -1).join(', ');
  return {
    ...(line1 ? { line1 } : {}),
    ...(line2 ? { line2 } : {}),
    ...(town ? { town } : {}),
    ...(postcode ? { postcode } : {}),
  };
}

/** A spot that belongs to the words, not one that was measured before they were typed. */
const foundByName = (spot: Spot | null): Spot | null =>
  spot?.by === 'geocode' || spot?.by === 'street-snap' ? spot : null;

function typedValues({ answers, kind, now, ...input }: WhereInput): JsonObject {
  const text = answers.typed.trim();
  if (text === '') return {};
  const { isAddress, street } = readTypedPlace(text);
  const spot = kind === 'people' ? null : foundByName(answers.spot);
  if (isNear({ answers, kind, ...input })) {
    return street === '' ? {} : { location: streetLocation(street, now, spot) };
  }
  if (isAddress && 'address' in kinds[recordTypeOfKind[kind]].fields) {
    return { address: addressOf(text), ...(spot && { location: pointLocation(spot, false) }) };
  }
  return { location: streetLocation(text, now, spot) };
}

/** The fields that say where a thing is. A person's never hold a point, a secret place's nothing. */
export function whereValues(input: WhereInput): JsonObject {
  const { answers, kind, typeId } = input;
  const { way, spot } = answers;
  if (way === null || way === 'nowhere' || isSecret(answers, kind, typeId)) return {};
  if (way === 'typed' || kind === 'people') return typedValues(input);
  if (!spot) return {};
  const near = isNear(input);
  const hasDoor =
    !near && answers.address !== '' && 'address' in kinds[recordTypeOfKind[kind]].fields;
  return {
    location: pointLocation(spot, near),
    ...(hasDoor ? { address: addressOf(answers.address) } : {}),
  };
}
