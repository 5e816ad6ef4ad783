import { cutText } from '#base/cut-text.ts';
import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { RecordType } from '#domain/record/values.ts';
import { type ShareLevel, shareLevels } from '#domain/sharing/level.ts';
import { accessIn, accessWordsMost } from './csv-access.ts';
import { costIn } from './csv-cost.ts';
import type { TableField } from './csv-fields.ts';
import type { RowCells } from './csv-place.ts';
import { contactFrom } from './geojson-contact.ts';
import { languageIn } from './language-words.ts';
import { parseOpeningHours } from './opening-hours.ts';

const short = (said: string | undefined, most: number): string | undefined =>
  cutText(said?.replace(/[^\S\n]+/g, ' ') ?? '', most).trim() || undefined;

const oneLine = (said: string | undefined, most: number): string | undefined =>
  short(said?.replace(/\n+/g, ', '), most);

/** Lists in one cell: our own are joined by `|`, others by line, semicolon or comma. */
export function listIn(said: string | undefined): string[] {
  const whole = said ?? '';
  const by = whole.includes('|') ? '|' : /[\n;]/.test(whole) ? /[\n;]/ : ',';
  return [
    ...new Set(
      whole
        .split(by)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ];
}

/** Every word a person says after its colon or in its brackets belongs to the number before. */
const phonesIn = (said: string): string => said.split(/\n|[|;/]| or | neu /i).join(';');
const mailsIn = (said: string): string =>
  said
    .replace(/^mailto:/i, '')
    .split(/[\n|,;\s]+/)
    .join(';');

const contactIn = ({ phone = '', email = '', website = '' }: RowCells): JsonObject | undefined =>
  contactFrom(
    {
      phone: phonesIn(phone),
      email: mailsIn(email),
      website: website.split(/[\n|;\s]+/).join(';'),
    },
    undefined,
  );

/** "18", "18+", "18 and over", "18 years". */
const ageIn = (said: string): number | undefined => {
  const [, years] =
    /^(\d{1,3})\s*(?:\+|(?:yrs?|years?|oed)?(?: old)?(?: and over)?)$/i.exec(said) ?? [];
  return years === undefined ? undefined : Number(years);
};

function agesIn({ youngest = '', oldest = '' }: RowCells): JsonObject | undefined {
  const [min, max] = [ageIn(youngest), ageIn(oldest)];
  if (min === undefined && max === undefined) return undefined;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

const timesIn = (said: string | undefined): Json | undefined => {
  const { schedules } = parseOpeningHours((said ?? '').replace(/\n+/g, ', ').slice(0, 1_000));
  return schedules.length > 0 ? (schedules.slice(0, 20) as unknown as Json) : undefined;
};

const some = (list: readonly string[]): Json | undefined => (list.length > 0 ? list : undefined);

const isTag = (said: string): boolean => said.length >= 2 && said.length <= 40;

const tagsIn = ({ tags, otherName }: RowCells): Json | undefined =>
  some([...listIn(tags), ...listIn(otherName)].filter(isTag).slice(0, 19));

/** What a list does not say may be seen as usual; a word not known keeps it in the team. */
function shareIn({ share }: RowCells): ShareLevel | undefined {
  if (share === undefined) return undefined;
  return shareLevels.find((level) => level === share.toLowerCase()) ?? 'team';
}

const nameMost = 120;
const wordsMost = 500;

export const nameIn = ({ name }: RowCells): string | undefined => oneLine(name, nameMost);

/** How many cells say more than there is room for. */
export const cutIn = ({ name = '', summary = '', wheelchair = '' }: RowCells): number =>
  [name.length > nameMost, summary.length > wordsMost, wheelchair.length > accessWordsMost].filter(
    Boolean,
  ).length;

type Loose = Readonly<Record<string, Json | undefined>>;

/** Everything the cells tell that this kind of record has a field for; where it is comes beside. */
export function valuesIn(cells: RowCells, type: RecordType): JsonObject {
  const times = timesIn(cells.openingWords ?? cells.meetsWords);
  const words = short(cells.summary, wordsMost);
  const all: Loose = {
    name: nameIn(cells),
    title: nameIn(cells),
    summary: words,
    purpose: words,
    openingTimes: times,
    meets: timesIn(cells.meetsWords ?? cells.openingWords),
    schedules: timesIn(cells.meetsWords ?? cells.openingWords),
    ...costIn(cells.cost ?? ''),
    ages: agesIn(cells),
    languages: some(
      listIn(cells.languages)
        .map(languageIn)
        .filter((each) => each !== undefined),
    ),
    access: accessIn(cells.wheelchair ?? ''),
    contact: contactIn(cells),
    steward: type === 'place' ? oneLine(cells.organiser, 120) : undefined,
    tags: tagsIn(cells),
    share: shareIn(cells),
  };
  const fields = kindOf(type)?.fields ?? {};
  return Object.fromEntries(
    Object.entries(all).filter(
      ([field, value]) => value !== undefined && Object.hasOwn(fields, field),
    ),
  ) as JsonObject;
}

const readAs: readonly (readonly [TableField, field: string, part?: string])[] = [
  ['phone', 'contact', 'phones'],
  ['email', 'contact', 'emails'],
  ['website', 'contact', 'website'],
  ['youngest', 'ages', 'min'],
  ['oldest', 'ages', 'max'],
  ['cost', 'cost'],
];

/** Lists of which a part could not be read. */
const partlyRead: readonly (readonly [TableField, (said: string) => boolean])[] = [
  ['languages', (said) => languageIn(said) !== undefined],
  ['tags', isTag],
  ['otherName', isTag],
];

/** Facts that were written and could not be read, by the column they stand in. */
export function unreadIn(
  cells: RowCells,
  values: JsonObject,
  type: RecordType,
): readonly TableField[] {
  const fields = kindOf(type)?.fields ?? {};
  const isRead = (field: string, part: string | undefined): boolean => {
    const value = values[field];
    return value !== undefined && (part === undefined || (isJsonObject(value) && part in value));
  };
  const whole = readAs
    .filter(([column, field]) => cells[column] !== undefined && Object.hasOwn(fields, field))
    .filter(([, field, part]) => !isRead(field, part));
  const parts = partlyRead.filter(([column, isOne]) => !listIn(cells[column]).every(isOne));
  return [...whole, ...parts].map(([column]) => column);
}
