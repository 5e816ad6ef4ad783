import * as v from 'valibot';
import * as shared from '../place/shared-fields.ts';
import { note, tags } from '../record/base-fields.ts';
import { optional, required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import {
  idSchema,
  languageSchema,
  listOf,
  refSchema,
  text,
  wholeNumber,
} from '../record/values.ts';

export const storyKinds = [
  'memory',
  'tradition',
  'place-history',
  'skill-lore',
  'song-food-craft',
  'success',
  'future',
] as const;
const year = wholeNumber(1000, 2200);

/** What a place remembers and celebrates. Public only with its teller's consent. */
export const story = defineKind({
  type: 'story',
  nameField: 'title',
  share: 'members',
  precision: 'street',
  reviewDays: 730,
  fields: {
    title: required(text(2, 120), { control: 'line', section: 'what' }),
    assetType: shared.assetType,
    kind: optional(v.picklist(storyKinds), {
      control: 'choice',
      options: storyKinds,
      section: 'what',
    }),
    words: optional(text(1, 4000), { control: 'text', section: 'what' }),
    photos: shared.photos,
    when: optional(text(1, 120), { control: 'line', section: 'when' }),
    years: optional(
      v.pipe(
        v.object({ from: v.optional(year), to: v.optional(year) }),
        v.check(({ from = 0, to = 9999 }) => from <= to, 'years-swapped'),
      ),
      { control: 'years', section: 'when' },
    ),
    placeId: optional(idSchema, { control: 'ref', section: 'where' }),
    location: shared.location,
    tellers: optional(listOf(refSchema, 10), {
      merge: 'set',
      personal: 'personal',
      share: 'team',
    }),
    language: optional(languageSchema, { control: 'language', section: 'more' }),
    relatedAssets: optional(listOf(refSchema, 30), { merge: 'set' }),
    contentNote: optional(text(1, 200), { control: 'line', section: 'more' }),
    tags,
    note,
  },
});
export type Story = v.InferOutput<typeof story.schema>;
