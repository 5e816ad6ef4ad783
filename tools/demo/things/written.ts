import type { JsonObject } from '#base/json.ts';
import { importedId } from '#domain/import-batch/imported-id.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import { houseAt } from '../ground/built.ts';
import { type Metres, toDegrees } from '../ground/metres.ts';

/** What happened to a thing since it was written down. */
export interface Life {
  /** Days since; by chance, and lately, where it is not told. */
  readonly age?: number;
  /** How many others have said since that it is still true. */
  readonly said?: number;
  /** It came from a list that nobody has checked. */
  readonly imported?: true;
}

/** A record before it has an author and dates. `key` names it for other things: `place/park`. */
export interface Written {
  readonly type: RecordType;
  readonly key: string;
  readonly values: JsonObject;
  readonly life: Life;
}

export const written =
  (type: RecordType) =>
  (key: string, values: JsonObject, life: Life = {}): Written => ({ type, key, values, life });

/** The id of the thing called `place/park`: the same at every making. */
export const idOf = (name: string): string => importedId(`made-up:${name}`);

export const refTo = (name: string): Ref & JsonObject => ({
  type: name.split('/')[0] as RecordType,
  id: idOf(name),
});

/** Long enough ago for everything; moved on with all other days. */
const captured = { capturedBy: 'tap', capturedAt: '2026-09-07T10:00:00Z' } as const;

/** On a spot of the map. */
export const at = (east: number, north: number): JsonObject => ({
  location: pointAt([east, north]),
});

const pointAt = (spot: Metres): JsonObject => ({
  precision: 'exact',
  geometry: { type: 'Point', coordinates: [...toDegrees(spot)] },
  ...captured,
});

/** Behind a door of the map: `12 High Street`. */
export function door(address: string): JsonObject {
  const { middle, postcode } = houseAt(address);
  return {
    location: pointAt(middle),
    address: { line1: address, town: 'Pont Dychmyg', postcode, country: 'GB' },
  };
}

/** A street by its name alone. */
export const inStreet = (words: string): JsonObject => ({
  location: { precision: 'street', words, ...captured, capturedBy: 'typed' },
});

/** Ofcom keeps 01632 960000 to 960999 for stories; nobody answers there. */
export const phone = (last: number, roleName?: string): JsonObject => ({
  contact: {
    ...(roleName && { roleName }),
    phones: [{ number: `+441632960${String(last).padStart(3, '0')}` }],
    preferred: 'phone',
  },
});

export const mail = (name: string): JsonObject => ({
  contact: { emails: [`${name}@example.org`], preferred: 'email' },
});

export const website = (name: string): JsonObject => ({
  contact: { website: `https://${name}.example.org/`, preferred: 'website' },
});

const begun = '2026-01-05';

const timed = (startTime: string, endTime: string): JsonObject => ({
  startDate: begun,
  startTime,
  endTime,
});

/** Each week on these days: `weekly('MO TU', '09:00', '12:00')`. */
export const weekly = (days: string, from: string, to: string): JsonObject => ({
  id: `w-${days.replaceAll(' ', '-')}-${from.slice(0, 2)}`,
  ...timed(from, to),
  freq: 'weekly',
  byDay: days.split(' '),
});

/** Each month: `monthly('1SA', …)` is its first Saturday. */
export const monthly = (day: string, from: string, to: string): JsonObject => ({
  id: `m${day}`,
  ...timed(from, to),
  freq: 'monthly',
  byDay: [day],
});

export const inWords = (words: string): JsonObject => ({ id: 'words', words });

/** On one day, so many days after the records were made. */
export const once = (startDate: string, startTime: string, endTime: string): JsonObject => ({
  id: 'once',
  startDate,
  startTime,
  endTime,
  freq: 'once',
});
