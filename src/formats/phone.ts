import {
  type CountryCode,
  getCountryCallingCode,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberFromString,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/min';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

type PhoneFailure = Failure<
  'phone-empty' | 'phone-not-a-number' | 'phone-too-short' | 'phone-too-long' | 'phone-short-code'
>;

/** E.164 from what people type; a number with no country (leading 0) is `country`'s. */
export function parsePhone(
  text: string,
  country: CountryCode = 'GB',
): Result<string, PhoneFailure> {
  const typed = withoutNationalZero(
    text
      .normalize('NFKC')
      .replace(/^\s*tel:/i, '')
      .trim(),
  );
  if (typed === '') return fail('phone-empty');
  if (/^\d{3}$|^11[26] ?\d{3}$/.test(typed)) return fail('phone-short-code');
  try {
    const phone = parsePhoneNumberWithError(typed, { defaultCountry: country, extract: false });
    if (phone.ext) return fail('phone-not-a-number');
    if (!isAcceptable(phone)) return fail(wrongLength(phone.nationalNumber));
    return ok(phone.number);
  } catch (error) {
    return fail(error instanceof ParseError ? kindOf(error.message) : 'phone-not-a-number');
  }
}

const fullLength = 10;

/** A full-length number outside the known ranges may be from a range opened since this version. */
const isAcceptable = (phone: PhoneNumber): boolean =>
  phone.isValid() || (phone.isPossible() && phone.nationalNumber.length >= fullLength);

function wrongLength(digits: string): PhoneFailure['kind'] {
  if (digits.length === fullLength) return 'phone-not-a-number';
  return digits.length < fullLength ? 'phone-too-short' : 'phone-too-long';
}

/** `+44 (0)1633 …` and `+44 01633 …`: the zero belongs to calls from inside the country. */
const withoutNationalZero = (text: string): string =>
  text.replace(/^((?:\+|00)\s*44[\s-]*)(?:\(0\)|0)[\s-]*/, '$1');

function kindOf(message: string): PhoneFailure['kind'] {
  if (message === 'TOO_SHORT') return 'phone-too-short';
  if (message === 'TOO_LONG') return 'phone-too-long';
  return 'phone-not-a-number';
}

/** As people of `country` write it: `01633 656656`; others with their country in front. */
export function displayPhone(number: string, country: CountryCode = 'GB'): string {
  const phone = parsePhoneNumberFromString(number);
  if (!phone) return number;
  const isOurs = phone.countryCallingCode === getCountryCallingCode(country);
  return isOurs ? phone.formatNational() : phone.formatInternational();
}
