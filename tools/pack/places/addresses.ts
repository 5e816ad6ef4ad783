import { normalisePostcode } from '#domain/place/postcode.ts';
import { type Box, holds } from '../box.ts';
import type { Tags } from '../extract/elements.ts';
import type { Gathered } from '../gather.ts';
import { placesOf } from '../ground/areas.ts';
import { middle } from '../ground/draw.ts';
import type { Spot } from './lines.ts';

/** Something with a postal address, as the map tells it. */
export interface Address {
  readonly at: Spot;
  /** House numbers; none where only a postcode is told. */
  readonly numbers: readonly string[];
  readonly street?: string;
  /** What stands in the street's stead, such as a hamlet. */
  readonly place?: string;
  readonly postcode?: string;
}

const postcodeLettersMax = 10;

/** British ones in their one spelling, others as they stand. */
export function tidyPostcode(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const british = normalisePostcode(text);
  if (british.ok) return british.value;
  const plain = text.trim().toUpperCase();
  return plain && plain.length <= postcodeLettersMax && !/[;,]/.test(plain) ? plain : undefined;
}

const words = (tags: Tags, key: string): string | undefined =>
  tags.get(key)?.trim().slice(0, 120) || undefined;

function addressIn(tags: Tags, at: Spot): Address | undefined {
  const numbers = (tags.get('addr:housenumber') ?? '')
    .split(/[;,]/)
    .map((number) => number.trim().slice(0, 40))
    .filter(Boolean);
  const postcode = tidyPostcode(tags.get('addr:postcode') ?? tags.get('postal_code'));
  if (numbers.length === 0 && !postcode) return undefined;
  const street = words(tags, 'addr:street');
  const place = words(tags, 'addr:place');
  return {
    at,
    numbers,
    ...(street && { street }),
    ...(place && { place }),
    ...(postcode && { postcode }),
  };
}

const saysAddress = (tags: Tags): boolean =>
  tags.has('addr:housenumber') || tags.has('addr:postcode');

/** Addresses in the box: houses drawn as areas first, so that they win over doors and shops. */
export function findAddresses(gathered: Gathered, box: Box): readonly Address[] {
  const { points, ways, relations, nodes } = gathered;
  const ofLines = (refs: readonly number[], tags: Tags): Address | undefined => {
    const line = saysAddress(tags) ? placesOf(refs, nodes) : undefined;
    return line && line.length > 0 ? addressIn(tags, middle(line)) : undefined;
  };
  const ofWays = [...ways.values()].map(({ refs, tags }) => ofLines(refs, tags));
  const ofRelations = relations.map(({ members, tags }) =>
    ofLines(
      members.flatMap(({ type, id }) => (type === 'way' ? (ways.get(id)?.refs ?? []) : [])),
      tags,
    ),
  );
  const ofPoints = points.map(({ lon, lat, tags }) =>
    saysAddress(tags) ? addressIn(tags, [lon, lat]) : undefined,
  );
  return [...ofWays, ...ofRelations, ...ofPoints].filter(
    (one): one is Address => one !== undefined && holds(box, ...one.at),
  );
}
