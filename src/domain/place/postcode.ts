import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';

const shape = /^(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|GIR 0AA)$/;

const tidied = (text: string): string => {
  const letters = text.toUpperCase().replace(/[\s.-]+/g, '');
  return `${letters.slice(0, -3)} ${letters.slice(-3)}`;
};

/** Upper case, one space: `NP20 2GA`. Shapes only; whether it is in use is not known here. */
export function normalisePostcode(text: string): Result<string> {
  if (text.length > 20) return fail('not-a-postcode');
  const postcode = tidied(text);
  return shape.test(postcode) ? ok(postcode) : fail('not-a-postcode');
}

export const postcodeSchema = v.pipe(
  v.string('not-a-postcode'),
  v.maxLength(20, 'not-a-postcode'),
  v.transform(tidied),
  v.regex(shape, 'not-a-postcode'),
);
