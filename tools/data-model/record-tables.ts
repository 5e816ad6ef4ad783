import { relations } from '#domain/connection/connection.ts';
import { baseFields } from '#domain/record/base-fields.ts';
import type { Field, Fields, PersonalData } from '#domain/record/field.ts';
import { kinds } from '#domain/record/kinds.ts';
import { type RecordType, recordTypes } from '#domain/record/values.ts';
import type { ShareLevel } from '#domain/sharing/level.ts';
import { code, codes, table } from './markdown.ts';
import { schemaWords } from './schema-words.ts';

/** One line each; a new kind does not compile without its own. */
const about: Readonly<Record<RecordType, string>> = {
  person: 'What someone offers and would like. Lives on the phone of whoever wrote it down.',
  group: 'People choosing to come together unpaid, with or without a constitution.',
  organisation: 'A body with paid staff and a budget, and what it could offer.',
  place: 'A physical thing people can go to, use or look after.',
  exchange: 'Where things, food, time and money change hands locally.',
  story: 'What a place remembers and celebrates.',
  activity: "Something that happens. Added from a card and shown with its organiser's kind.",
  connection: 'A tie between two records. Which ends fit which relation stands under Relations.',
  register: "The neighbourhood's own book: what it is called, what for, who looks after it.",
  member: 'Someone who has joined. The id is a pseudonym, the name the one they choose.',
  confirmation:
    '"Still true", said once by one person: a record of its own, so nobody overwrites it.',
  'import-batch': 'One act of bringing things in, so that one act can take it back.',
  notice: 'Says, signed, that records of a circle were erased or moved to a narrower one.',
  'steward-act': 'One signed act of the log: who belongs, who may what, who holds which key.',
  'closing-list': 'A part of what a circle held when one of its keys was replaced.',
  acknowledgement: 'Which notices one phone has followed: one record for each phone.',
};

const circleWords: Readonly<Record<ShareLevel, string>> = {
  device: 'only this phone',
  team: 'the team',
  members: 'members',
  public: 'anyone',
};
const personalWords: Readonly<Record<PersonalData, string>> = {
  none: '–',
  personal: 'P',
  named: 'P*',
  special: 'S',
  child: 'C',
};

const holds = ({ schema, required }: Field): string =>
  `${schemaWords(schema)}${required ? ' · **required**' : ''}`;

const fieldRow = ([name, field]: readonly [string, Field]): readonly string[] => [
  code(name),
  holds(field),
  field.merge,
  personalWords[field.personal],
  circleWords[field.share],
  field.control === 'none' ? '–' : `${field.control} · ${field.section}`,
];

const fieldHead = [
  'field',
  'what it holds',
  'merge',
  'personal',
  'widest circle',
  'control · part',
];
const fieldTable = (fields: Fields) => table(fieldHead, Object.entries(fields).map(fieldRow));

export const baseTable = (): readonly string[] => fieldTable(baseFields as Fields);

const ownFields = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, field]) => (baseFields as Fields)[name] !== field),
  );

export const kindTables = (): readonly string[] =>
  recordTypes.flatMap((type) => [
    `### ${type}`,
    '',
    about[type],
    '',
    ...fieldTable(ownFields(kinds[type].fields as Fields)),
  ]);

export const defaultsTable = (): readonly string[] =>
  table(
    ['kind', 'version', 'known by', 'who may see it at first', 'precision', 'asked again after'],
    recordTypes.map((type) => {
      const { version, nameField, defaults, reviewDays } = kinds[type] as (typeof kinds)['place'];
      const days = reviewDays ? `${reviewDays} days` : 'never';
      const place = 'location' in kinds[type].fields ? defaults.precision : '–';
      return [type, `${version}`, code(nameField), circleWords[defaults.share], place, days];
    }),
  );

const endWords = (end: readonly RecordType[] | 'any'): string =>
  end === 'any' ? 'any but a person' : codes(end);

export const relationTable = (): readonly string[] =>
  table(
    ['relation', 'from', 'to', 'read'],
    Object.entries(relations).map(([name, { ends, directed }]) => {
      const [from, to] = name === 'could-connect' ? ['anything', 'anything'] : ends.map(endWords);
      return [code(name), from ?? '', to ?? '', directed ? 'one way' : 'both ways'];
    }),
  );
