import * as v from 'valibot';
import { normalisePostcode } from '#domain/place/postcode.ts';
import { emailSchema } from '#domain/record/values.ts';
import { parsePhone } from './phone.ts';

/** What can be told from a cell alone, whatever stands above its column. */
export const isPostcode = (said: string): boolean => normalisePostcode(said).ok;

export const isEmail = (said: string): boolean => v.safeParse(emailSchema, said).success;

export const isWebAddress = (said: string): boolean =>
  /^(?:https?:\/\/|www\.)[^\s]+\.[^\s]+$/i.test(said);

/** Long enough and begun as numbers are here, so that a year or a house number is none. */
export const isPhone = (said: string): boolean =>
  said.length <= 30 && /^(?:\+|\(?0)[\d\s()+-]{8,}$/.test(said) && parsePhone(said).ok;

const written = /^[+-]?\d{1,8}(?:[.,]\d{1,15})?°?$/;

/** A plain number, with a point or, as half of Europe has it, a comma; undefined for all else. */
export function numberIn(said: string): number | undefined {
  const text = said.replace(/\s+/g, '').replace(/^'/, '');
  return written.test(text) ? Number(text.replace(',', '.').replace('°', '')) : undefined;
}

const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** A number of metres: in "331,250" the comma parts the thousands. */
export const metresIn = (said: string): number | undefined =>
  numberIn(thousands.test(said) ? said.replaceAll(',', '') : said);

const between =
  (least: number, most: number) =>
  (said: string): boolean => {
    const value = numberIn(said);
    return value !== undefined && value >= least && value <= most;
  };
const hasFraction = (said: string): boolean => /[.,]\d{2,}/.test(said);

/** Alone, a number is taken for a degree only with a fraction, and only of this country (uk-box). */
export const isLonHere = (said: string): boolean => between(-8.7, 1.8)(said) && hasFraction(said);
export const isLatHere = (said: string): boolean => between(49.8, 60.9)(said) && hasFraction(said);

/** Cells no heading would hold: the file begins with its first row. */
export const looksLikeValue = (said: string): boolean =>
  said !== '' &&
  [isPostcode, isEmail, isWebAddress, isPhone, isLonHere, isLatHere].some((is) => is(said));
