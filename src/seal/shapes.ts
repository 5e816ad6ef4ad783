import * as v from 'valibot';
import { fromBase64 } from '#base/bytes.ts';

/** Base64 of exactly so many bytes, in its one spelling. */
export const base64Of = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(Math.ceil(length / 3) * 4),
    v.check((text) => fromBase64(text)?.length === length),
  );

/** A moment as `Date.toISOString` spells it. */
export const isoMoment = v.pipe(v.string(), v.maxLength(24), v.check(isIsoDateTime));

function isIsoDateTime(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
