import { type ComponentType, lazy } from 'react';
import type { Control } from '#domain/record/field.ts';
import type { ControlProps } from '../control-props.ts';
import { AssetTypeChoice } from './asset-type.tsx';
import { CalendarDay } from './calendar-day.tsx';
import { Choice } from './choice.tsx';
import { Flag } from './flag.tsx';
import { Line } from './line.tsx';
import { LocationControl } from './location.tsx';
import { WholeNumber } from './number.tsx';
import { Pence } from './pence.tsx';
import { Text } from './text.tsx';

/** Loaded when a form first shows one, so that a form without them stays small. */
const later = (load: () => Promise<ComponentType<ControlProps>>): ComponentType<ControlProps> =>
  lazy(async () => ({ default: await load() }));

/** The one list of controls. A new control = a file here, a line here and in `Control`. */
export const controls: Readonly<Record<Exclude<Control, 'none'>, ComponentType<ControlProps>>> = {
  line: Line,
  text: Text,
  choice: Choice,
  flag: Flag,
  number: WholeNumber,
  pence: Pence,
  date: CalendarDay,
  'asset-type': AssetTypeChoice,
  location: LocationControl,
  choices: later(async () => (await import('./choices.tsx')).Choices),
  words: later(async () => (await import('./words.tsx')).WordList),
  address: later(async () => (await import('./address.tsx')).AddressParts),
  schedules: later(async () => (await import('./schedules.tsx')).Schedules),
  access: later(async () => (await import('./access.tsx')).AccessParts),
  contact: later(async () => (await import('./contact.tsx')).ContactParts),
  ages: later(async () => (await import('./ages.tsx')).Ages),
  languages: later(async () => (await import('./languages.tsx')).LanguageChoices),
  gifts: later(async () => (await import('./gifts.tsx')).Gifts),
  wishes: later(async () => (await import('./wishes.tsx')).Wishes),
  rows: later(async () => (await import('./rows.tsx')).RowsControl),
  ref: later(async () => (await import('./ref.tsx')).RefChoiceControl),
  refs: later(async () => (await import('./refs.tsx')).RefChoices),
  photos: later(async () => (await import('./photos.tsx')).Photos),
  capacity: later(async () => (await import('./capacity.tsx')).Capacity),
  introductions: later(async () => (await import('./introductions.tsx')).Introductions),
  notice: later(async () => (await import('./notice.tsx')).PassingNotice),
  years: later(async () => (await import('./years.tsx')).Years),
  language: later(async () => (await import('./language.tsx')).LanguageChoice),
};
