import * as v from 'valibot';
import { shareLevelSchema } from '../sharing/level.ts';
import { optional, required } from './field.ts';
import { idSchema, instantSchema, listOf, tagSchema, text } from './values.ts';

export const statuses = ['unconfirmed', 'active', 'dormant', 'closed', 'archived'] as const;
export type Status = (typeof statuses)[number];

export const sourceKinds = [
  'conversation',
  'self',
  'observation',
  'meeting',
  'import-osm',
  'import-oruk',
  'import-csv',
  'import-geojson',
  'import-copy',
  'migration',
] as const;

const textsByField = v.optional(v.record(v.string(), v.string()));

export const sourceSchema = v.object({
  kind: v.picklist(sourceKinds),
  ref: v.optional(text(1, 200)),
  externalId: v.optional(text(1, 200)),
  licence: v.optional(v.picklist(['OGL-3.0', 'ODbL-1.0', 'CC-BY-4.0', 'none-stated', 'own'])),
  attribution: v.optional(text(1, 200)),
  retrievedAt: v.optional(instantSchema),
  /** The import it came in with, so that one act can undo it. */
  batchId: v.optional(idSchema),
  /** By field, a few letters made from what the file said: what differs, a neighbour has said. */
  said: textsByField,
  /** The import by which it last took changes from a newer file. */
  takenIn: v.optional(idSchema),
  /** What its lists said before and after that, as JSON: their history does not tell. */
  was: textsByField,
});

/** On every shared record. `updatedAt` and `updatedBy` are not here: they are read from stamps. */
import { calendarDateSchema } from '../time/calendar-date.ts';
export const baseFields = {
  share: required(shareLevelSchema, { merge: 'restrictive' }),
  status: required(v.picklist(statuses)),
  createdAt: required(instantSchema),
  createdBy: optional(idSchema, { personal: 'personal', share: 'members' }),
  source: optional(sourceSchema, { personal: 'named' }),
  reviewDueOn: optional(calendarDateSchema),
  /** Why a thing left the book: read by restrictive merge, so a removal is never lost. */
  deleted: optional(v.literal(true), { merge: 'restrictive' }),
};

export const tags = optional(listOf(tagSchema, 20), {
  merge: 'set',
  control: 'words',
  section: 'more',
});

/** Helper text on screen: no health, faith, money or family details. Never above the team. */
export const note = optional(text(1, 1000), {
  share: 'team',
  personal: 'personal',
  control: 'text',
  section: 'more',
});
