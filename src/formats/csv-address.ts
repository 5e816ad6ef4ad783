import { cutText } from '#base/cut-text.ts';
import type { JsonObject } from '#base/json.ts';
import { normalisePostcode } from '#domain/place/postcode.ts';
import type { RowCells } from './csv-place.ts';

const inside = /\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})\s*$/i;

interface ReadAddress {
  readonly address: JsonObject | undefined;
  readonly postcode: string | undefined;
  /** A postcode was given that is none. */
  readonly isPostcodeUnread: boolean;
}

const line = (said: string, most: number): string =>
  cutText(said.replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, ''), most).trim();

/** A whole address in one cell: its first part, the rest, and the postcode at its end. */
function partsOf(whole: string): Pick<RowCells, 'line1' | 'line2' | 'postcode'> {
  const [postcode = ''] = inside.exec(whole) ?? [];
  const [first = '', ...rest] = whole
    .slice(0, whole.length - postcode.length)
    .split(/\n|,/)
    .map((part) => line(part, 100))
    .filter(Boolean);
  const isNumber = /^\d+[a-z]?$/i.test(first);
  const line1 = isNumber ? `${first} ${rest[0] ?? ''}` : first;
  return { line1, line2: rest.slice(isNumber ? 1 : 0).join(', '), postcode };
}

const uprnIn = (said: string): string | undefined => {
  const digits = said.replace(/\s+/g, '');
  return /^\d{1,12}$/.test(digits) ? digits : undefined;
};

export function addressIn(cells: RowCells): ReadAddress {
  const whole = partsOf(cells.address ?? '');
  const said = cells.postcode ?? whole.postcode ?? '';
  const read = normalisePostcode(said);
  const postcode = read.ok ? read.value : undefined;
  const parts = {
    line1: line(cells.line1 ?? whole.line1 ?? '', 100),
    line2: line(cells.line2 ?? (cells.line1 ? cells.address : whole.line2) ?? '', 100),
    town: line(cells.town ?? '', 60),
    county: line(cells.county ?? '', 60),
    postcode,
    uprn: uprnIn(cells.uprn ?? ''),
  };
  const filled = Object.entries(parts).filter(([, part]) => part);
  return {
    address: filled.length > 0 ? (Object.fromEntries(filled) as JsonObject) : undefined,
    postcode,
    isPostcodeUnread: said !== '' && !postcode,
  };
}
