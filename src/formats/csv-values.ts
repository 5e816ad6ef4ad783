import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { yesNo } from '#domain/place/contact.ts';
import { costs } from '#domain/place/shared-fields.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { RecordType } from '#domain/record/values.ts';
import { type ShareLevel, shareLevels } from '#domain/sharing/level.ts';
import type { TableField } from './csv-fields.ts';
import { numberIn } from './csv-looks.ts';
import type { RowCells } from './csv-place.ts';
import { contactFrom } from './geojson-contact.ts';
import { languageIn } from './language-words.ts';
import { parseOpeningHours } from './opening-hours.ts';

const short = (said: string | undefined, most: number): string | undefined =>
  said
    ?.replace(/[^\S\n]+/g, ' ')
    .slice(0, most)
    .trim() || undefined;

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

const yes = /^(?:y|yes|true|1|ydy|oes|ie|full|fully|accessible)\b/i;
const no = /^(?:n|no|none|false|0|nac oes)\b/i;
const partly = /^(?:limited|partial|partly|some|ground floor|rhannol)\b/i;

function accessIn({ wheelchair = '' }: RowCells): JsonObject | undefined {
  if (wheelchair === '') return undefined;
  if (partly.test(wheelchair)) return { wheelchair: 'limited' };
  if (yes.test(wheelchair)) return { wheelchair: yesNo[0] };
  if (no.test(wheelchair)) return { wheelchair: yesNo[1] };
  return { detail: wheelchair.slice(0, 300) };
}

/** "Free", "£2.50", "donation", or a column called "Free?" that says yes. */
function costIn({ cost = '' }: RowCells): JsonObject {
  const said = cost.toLowerCase();
  const known = costs.find((each) => each === said);
  if (known) return { cost: known };
  if (/\bfree\b|\bam ddim\b|^(?:£ ?0(?:\.00)?|y|yes|ie)$/.test(said)) return { cost: 'free' };
  if (/donation|contribution|rhodd/.test(said)) return { cost: 'donation' };
  const [, pounds] = /^£ ?(\d{1,5}(?:\.\d\d)?)$/.exec(said) ?? [];
  if (pounds) return { cost: 'paid', pricePence: Math.round(Number(pounds) * 100) };
  return /£|\d|paid|fee|charge/.test(said) ? { cost: 'paid' } : {};
}

function agesIn({ youngest = '', oldest = '' }: RowCells): JsonObject | undefined {
  const [min, max] = [numberIn(youngest), numberIn(oldest)];
  if (min === undefined && max === undefined) return undefined;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

const timesIn = (said: string | undefined): Json | undefined => {
  const { schedules } = parseOpeningHours((said ?? '').replace(/\n+/g, ', ').slice(0, 1_000));
  return schedules.length > 0 ? (schedules.slice(0, 20) as unknown as Json) : undefined;
};

const some = (list: readonly string[]): Json | undefined => (list.length > 0 ? list : undefined);

const tagsIn = ({ tags, otherName }: RowCells): Json | undefined =>
  some(
    [...listIn(tags), ...listIn(otherName)]
      .filter((tag) => tag.length >= 2 && tag.length <= 40)
      .slice(0, 19),
  );

/** What a list does not say may be seen as usual; a word not known keeps it in the team. */
function shareIn({ share }: RowCells): ShareLevel | undefined {
  if (share === undefined) return undefined;
  return shareLevels.find((level) => level === share.toLowerCase()) ?? 'team';
}

export const nameIn = ({ name }: RowCells): string | undefined => oneLine(name, 120);

type Loose = Readonly<Record<string, Json | undefined>>;

/** Everything the cells tell that this kind of record has a field for; where it is comes beside. */
export function valuesIn(cells: RowCells, type: RecordType): JsonObject {
  const times = timesIn(cells.openingWords ?? cells.meetsWords);
  const words = short(cells.summary, 500);
  const all: Loose = {
    name: nameIn(cells),
    title: nameIn(cells),
    summary: words,
    purpose: words,
    openingTimes: times,
    meets: timesIn(cells.meetsWords ?? cells.openingWords),
    schedules: timesIn(cells.meetsWords ?? cells.openingWords),
    ...costIn(cells),
    ages: agesIn(cells),
    languages: some(
      listIn(cells.languages)
        .map(languageIn)
        .filter((each) => each !== undefined),
    ),
    access: accessIn(cells),
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
  ['languages', 'languages'],
  ['youngest', 'ages'],
  ['cost', 'cost'],
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
  return readAs
    .filter(([column, field]) => cells[column] !== undefined && Object.hasOwn(fields, field))
    .filter(([, field, part]) => !isRead(field, part))
    .map(([column]) => column);
}
