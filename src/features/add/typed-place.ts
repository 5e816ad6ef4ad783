import { normalisePostcode } from '#domain/place/postcode.ts';

/** What one typed line about a place holds. `street` is the same without the door. */
export interface TypedPlace {
  readonly isAddress: boolean;
  readonly parts: readonly string[];
  readonly postcode: string | undefined;
  readonly street: string;
}

/** At the end or before a comma only: "A48 2nd roundabout" has the shape too. */
const postcodeShape = /(?:^|[\s,])((?:[a-z]{1,2}\d[a-z\d]?|gir)\s*\d[a-z]{2})\s*(?=,|$)/i;
const longest = 300;

function splitPostcode(text: string): { rest: string; postcode: string | undefined } {
  const found = postcodeShape.exec(text);
  const postcode = found?.[1] ? normalisePostcode(found[1]) : undefined;
  if (!found || !postcode?.ok) return { rest: text, postcode: undefined };
  const rest = `${text.slice(0, found.index)},${text.slice(found.index + found[0].length)}`;
  return { rest, postcode: postcode.value };
}

const partsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** "12", "12a", "10-14", "Flat 3", "No. 7": what stands before a street and means one door. */
const door =
  /^(?:(?:flat|unit|apartment|apt|room|house|no\.?|number)\s*)?\d+\s?[a-z]?(?:\s?[-–/]\s?\d+[a-z]?)?(?=\s|$)\s*/i;
const lettered = /^(?:flat|unit|apartment|apt)\s+[a-z]\b\s*/i;

const withoutDoor = (part: string): string => part.replace(door, '').replace(lettered, '').trim();
const hasDoor = (part: string): boolean => withoutDoor(part) !== part;

/** The whole postcode is a dozen doors; its first half is a district. */
const districtOf = (postcode: string): string => postcode.split(' ')[0] ?? '';

/** Tells a house address from a street or area name, and finds a postcode in either. */
export function readTypedPlace(text: string): TypedPlace {
  const { rest, postcode } = splitPostcode(text.slice(0, longest).replace(/\s+/g, ' ').trim());
  const parts = partsOf(rest);
  const doorless = parts.map(withoutDoor).filter((part) => part !== '');
  const street = doorless.join(', ') || (postcode ? districtOf(postcode) : '');
  return { isAddress: postcode !== undefined || parts.some(hasDoor), parts, postcode, street };
}
