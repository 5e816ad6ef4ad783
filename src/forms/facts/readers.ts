import type { Control } from '#domain/record/field.ts';
import {
  Accessibility,
  BookOpen,
  Calendar,
  Camera,
  Eye,
  HandCoins,
  HandHeart,
  House,
  type Icon,
  Info,
  Languages,
  Lock,
  MapPin,
  Phone,
  Tag,
  Users,
} from '#ui/icons.ts';
import { readContact, readRoutes } from './contact-reader.tsx';
import * as plain from './plain-readers.tsx';
import * as row from './row-readers.tsx';
import type { Reader } from './saying.ts';
import { readSchedules } from './schedule-reader.tsx';

interface HowToRead {
  readonly read: Reader;
  readonly icon?: Icon;
  /** The words speak for themselves: the label is for screen readers only. */
  readonly isPlain?: true;
}

const byControl: Readonly<Record<Exclude<Control, 'none'>, HowToRead | undefined>> = {
  line: { read: plain.readText },
  text: { read: plain.readText },
  choice: { read: plain.readOption },
  choices: { read: plain.readOptions },
  words: { read: plain.readWords },
  flag: { read: plain.readFlag, isPlain: true },
  number: { read: plain.readNumber },
  pence: { read: plain.readPrice, icon: HandCoins },
  date: { read: plain.readDay },
  'asset-type': undefined,
  location: { read: plain.readLocation, icon: MapPin, isPlain: true },
  address: { read: plain.readAddress, icon: MapPin, isPlain: true },
  schedules: { read: readSchedules, icon: Calendar, isPlain: true },
  access: { read: plain.readAccess, icon: Accessibility, isPlain: true },
  contact: { read: readContact, icon: Phone, isPlain: true },
  ages: { read: plain.readAges, icon: Users, isPlain: true },
  languages: { read: plain.readLanguages, icon: Languages },
  refs: { read: plain.readRefs },
  ref: { read: plain.readRef, icon: House },
  gifts: { read: row.readGifts, icon: HandHeart, isPlain: true },
  wishes: { read: row.readWishes, icon: HandHeart, isPlain: true },
  rows: { read: row.readSpaces, icon: House },
  photos: { read: row.readPhotos, icon: Camera, isPlain: true },
  capacity: { read: row.readCapacity, icon: Users, isPlain: true },
  introductions: { read: row.readIntroductions, icon: Users, isPlain: true },
  notice: { read: row.readAlert, isPlain: true },
  years: { read: row.readYears, icon: Calendar },
  language: { read: plain.readLanguage, icon: Languages },
};

/** Fields that want other words than their control gives, or that have no control. */
const byField: Readonly<Record<string, HowToRead>> = {
  cost: { read: plain.readCost, icon: HandCoins, isPlain: true },
  summary: { read: plain.readText, icon: BookOpen, isPlain: true },
  purpose: { read: plain.readText, icon: BookOpen, isPlain: true },
  words: { read: plain.readText, icon: BookOpen, isPlain: true },
  joinHow: { read: plain.readText, icon: Users },
  openTo: { read: plain.readOption, icon: Users },
  tags: { read: plain.readWords, icon: Tag },
  note: { read: plain.readText, icon: Lock },
  confidentialLocation: { read: plain.readFlag, icon: Lock, isPlain: true },
  inCharge: { read: row.readInCharge, icon: Users },
  needsInterpreter: { read: plain.readFlag, icon: Languages, isPlain: true },
  ageBand: { read: plain.readOption },
  contactRoutes: { read: readRoutes, icon: Phone },
  contactPerson: { read: row.readContactPerson, icon: Users },
  tellers: { read: plain.readRefs, icon: Users },
  organiser: { read: plain.readRef, icon: Users },
  buddy: { read: plain.readRef, icon: Users },
  keyholders: { read: plain.readRefs, icon: Users },
  parentId: { read: plain.readRef },
  sites: { read: plain.readRefs, icon: MapPin },
  relatedAssets: { read: plain.readRefs },
  deceased: { read: plain.readFlag, isPlain: true },
  movedAway: { read: plain.readFlag, isPlain: true },
  since: { read: plain.readDay, icon: Calendar },
  source: { read: row.readSource, icon: Eye, isPlain: true },
};

/** How a field is read on a card; undefined for what is not shown there. */
export function howToRead(
  name: string,
  control: Control,
): (HowToRead & { readonly icon: Icon }) | undefined {
  const how = Object.hasOwn(byField, name)
    ? byField[name]
    : control === 'none'
      ? undefined
      : byControl[control];
  return how && { icon: Info, ...how };
}
