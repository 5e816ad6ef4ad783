import * as v from 'valibot';
import { isCalendarDate } from '../time/calendar-date.ts';

/** Messages are keys of the `errors` catalogue. Text is trimmed, NFC; lengths count after trimming. */
export const text = (min: number, max: number) =>
  v.pipe(
    v.string('not-text'),
    v.normalize('NFC'),
    v.trim(),
    v.minLength(min, 'too-short'),
    v.maxLength(max, 'too-long'),
  );

export const idSchema = v.pipe(v.string(), v.uuid('not-an-id'));

export const instantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/, 'not-an-instant'),
  v.check(
    (instant) => isCalendarDate(instant.slice(0, 10)) && !Number.isNaN(Date.parse(instant)),
    'not-an-instant',
  ),
);

/** Integer pence, GBP. */
export const penceSchema = v.pipe(
  v.number('not-a-price'),
  v.integer('not-a-price'),
  v.minValue(0, 'not-a-price'),
  v.maxValue(100_000_000, 'not-a-price'),
);

/** A whole number from `min` to `max`. */
export const wholeNumber = (min: number, max: number) =>
  v.pipe(
    v.number('not-a-number'),
    v.integer('not-a-number'),
    v.minValue(min, 'not-a-number'),
    v.maxValue(max, 'not-a-number'),
  );

export const webAddressSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500, 'too-long'),
  v.url('not-a-web-address'),
  v.regex(/^https?:\/\//i, 'not-a-web-address'),
);

const emailShape = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** The shape is looked at only in what is short enough: on a long line of dots it takes hours. */
export const emailSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(254, 'too-long'),
  v.check((email) => email.length > 254 || emailShape.test(email), 'not-an-email'),
);

/** Stored E.164; formats/phone turns what people type into it. */
export const phoneSchema = v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/, 'not-a-phone'));

/** BCP 47, the part people use: language and perhaps a script or region. */
export const languageSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not-a-language'),
);

export const tagSchema = v.pipe(text(2, 40), v.toLowerCase());

export const listOf = <S extends v.GenericSchema>(item: S, max: number) =>
  v.pipe(v.array(item), v.maxLength(max, 'too-many'));

export const recordTypes = [
  'person',
  'group',
  'organisation',
  'place',
  'exchange',
  'story',
  'activity',
  'connection',
  'register',
  'member',
  'confirmation',
  'import-batch',
  'notice',
  'steward-act',
  'closing-list',
  'acknowledgement',
] as const;
export type RecordType = (typeof recordTypes)[number];

export const refSchema = v.object({ type: v.picklist(recordTypes), id: idSchema });
export type Ref = v.InferOutput<typeof refSchema>;
