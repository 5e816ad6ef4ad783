import type * as v from 'valibot';
import { relationNames } from '#domain/connection/connection.ts';
import { identifierSchema } from '#domain/group/group.ts';
import { giftSchema, wishSchema } from '#domain/person/person.ts';
import { accessSchema, contactSchema } from '#domain/place/contact.ts';
import {
  addressSchema,
  geometrySchema,
  locationSchema,
  positionSchema,
} from '#domain/place/location.ts';
import { spaceSchema } from '#domain/place/place.ts';
import { postcodeSchema } from '#domain/place/postcode.ts';
import { photoSchema, typeIdSchema } from '#domain/place/shared-fields.ts';
import { sourceKinds, sourceSchema } from '#domain/record/base-fields.ts';
import * as values from '#domain/record/values.ts';
import { scheduleSchema } from '#domain/schedule/schedule.ts';
import { shareLevelSchema } from '#domain/sharing/level.ts';
import { giftTypeSchema } from '#domain/taxonomy/gifts.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';
import { timeOfDaySchema } from '#domain/time/time-of-day.ts';
import { timeZoneSchema } from '#domain/time/wall-clock.ts';

/** Said in a word, which the head of the page explains. */
const words = new Map<unknown, string>([
  [values.idSchema, 'id'],
  [values.instantSchema, 'instant'],
  [calendarDateSchema, 'day'],
  [timeOfDaySchema, 'time of day'],
  [timeZoneSchema, 'time zone'],
  [values.penceSchema, 'pence'],
  [values.webAddressSchema, 'web address'],
  [values.emailSchema, 'e-mail address'],
  [values.phoneSchema, 'phone number'],
  [values.languageSchema, 'language'],
  [values.tagSchema, 'tag'],
  [values.refSchema, 'ref'],
  [postcodeSchema, 'postcode'],
  [positionSchema, 'position'],
  [geometrySchema, 'geometry'],
  [shareLevelSchema, 'share level'],
  [typeIdSchema, 'asset type id'],
  [giftTypeSchema, 'gift type id'],
]);

/** Objects that more than one field holds, or that are long: each has a table of its own. */
export const shapes: ReadonlyMap<string, v.GenericSchema> = new Map<string, v.GenericSchema>([
  ['source', sourceSchema],
  ['location', locationSchema],
  ['address', addressSchema],
  ['contact', contactSchema],
  ['access', accessSchema],
  ['schedule', scheduleSchema],
  ['photo', photoSchema],
  ['space', spaceSchema],
  ['gift', giftSchema],
  ['wish', wishSchema],
  ['identifier', identifierSchema],
]);

const shapeNames = new Map<unknown, string>([...shapes].map(([name, schema]) => [schema, name]));

const lists = new Map<unknown, string>([
  [values.recordTypes, 'record type'],
  [relationNames, 'relation'],
  [sourceKinds, 'where it came from'],
]);

export const nameOfSchema = (schema: unknown): string | undefined => {
  const shape = shapeNames.get(schema);
  return words.get(schema) ?? (shape && `[${shape}](#${shape})`);
};

export const nameOfOptions = (options: unknown): string | undefined => lists.get(options);
