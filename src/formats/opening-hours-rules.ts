import { type Weekday, weekdays } from '#domain/time/calendar-date.ts';
import type { TimeOfDay } from '#domain/time/time-of-day.ts';

/** `to` at or before `from` is on the next day; `00:00` to `00:00` is the whole day. */
export interface Range {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

export interface Week {
  readonly rangesByDay: ReadonlyMap<Weekday, readonly Range[]>;
  readonly closedOnBankHolidays: boolean;
  readonly closedInSchoolHolidays: boolean;
}

type Holiday = 'PH' | 'SH';
interface Rule {
  readonly days: readonly Weekday[];
  readonly holidays: readonly Holiday[];
  readonly ranges: readonly Range[];
  /** After a comma a rule adds to the days named before; after a semicolon it replaces them. */
  readonly adds: boolean;
}

const longestText = 500;

/** Undefined for every form we do not read: months, weeks, sunrise, comments, open ends. */
export function parseRules(text: string): Week | undefined {
  if (text.length > longestText) return undefined;
  const rules: Rule[] = [];
  for (const part of splitRules(text)) {
    const rule = parseRule(part.text, part.adds);
    if (!rule) return undefined;
    rules.push(rule);
  }
  return rules.length === 0 ? undefined : weekOf(rules);
}

/** At semicolons, and at commas that are followed by a day after a time or `off`. */
function splitRules(text: string): { text: string; adds: boolean }[] {
  return text.split(';').flatMap((group) =>
    group
      .trim()
      .split(/(?<=\d|off|closed)\s*,\s*(?=[A-Za-z])/i)
      .map((part, index) => ({ text: part.trim(), adds: index > 0 }))
      .filter((part) => part.text !== ''),
  );
}

const rulePattern = /^((?:[A-Z]{2})(?:\s*[-,]\s*[A-Z]{2})*)?[\s:]*(.*)$/i;

function parseRule(text: string, adds: boolean): Rule | undefined {
  const [, dayText = '', timeText = ''] = rulePattern.exec(text) ?? [];
  const selector = parseDays(dayText.replace(/\s+/g, '').toUpperCase());
  const ranges = parseTimes(timeText.trim());
  return selector && ranges ? { ...selector, ranges, adds } : undefined;
}

type Selector = Pick<Rule, 'days' | 'holidays'>;

function parseDays(text: string): Selector | undefined {
  if (text === '') return { days: weekdays, holidays: [] };
  const days: Weekday[] = [];
  const holidays: Holiday[] = [];
  for (const part of text.split(',')) {
    if (part === 'PH' || part === 'SH') {
      holidays.push(part);
      continue;
    }
    const run = parseDayRun(part);
    if (!run) return undefined;
    days.push(...run);
  }
  return { days, holidays };
}

/** `MO`, `MO-FR`, and round the end of the week: `SU-TH`. */
function parseDayRun(part: string): readonly Weekday[] | undefined {
  const [from = '', to = from, ...rest] = part.split('-');
  const first = weekdays.indexOf(from as Weekday);
  const last = weekdays.indexOf(to as Weekday);
  if (first < 0 || last < 0 || rest.length > 0) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return [...weekdays, ...weekdays].slice(first, first + length);
}

function parseTimes(text: string): readonly Range[] | undefined {
  if (/^(off|closed)$/i.test(text)) return [];
  if (text === '24/7') return [{ from: '00:00', to: '00:00' }];
  const ranges = text.split(/\s*,\s*/).map(parseRange);
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

function parseRange(text: string): Range | undefined {
  const times = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/.exec(text);
  if (!times) return undefined;
  const from = timeOf(times[1], times[2]);
  const to = timeOf(times[3], times[4]);
  return from && to && from !== '24:00' ? { from, to: to === '24:00' ? '00:00' : to } : undefined;
}

function timeOf(hours = '', minutes = ''): TimeOfDay | undefined {
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : undefined;
}

function weekOf(rules: readonly Rule[]): Week | undefined {
  const rangesByDay = new Map<Weekday, readonly Range[]>();
  let closedOnBankHolidays = false;
  let closedInSchoolHolidays = false;
  for (const { days, holidays, ranges, adds } of rules) {
    for (const day of days) {
      rangesByDay.set(day, adds ? [...(rangesByDay.get(day) ?? []), ...ranges] : ranges);
    }
    // Own hours on holidays cannot be told without their dates: "check first" says so.
    if (holidays.includes('PH') && !sameAllWeek(days, ranges)) closedOnBankHolidays = true;
    if (holidays.includes('SH') && ranges.length > 0) return undefined;
    if (holidays.includes('SH')) closedInSchoolHolidays = true;
  }
  return { rangesByDay, closedOnBankHolidays, closedInSchoolHolidays };
}

/** `Mo-Su,PH 09:00-17:00`: a bank holiday is a day like the others. */
const sameAllWeek = (days: readonly Weekday[], ranges: readonly Range[]): boolean =>
  new Set(days).size === 7 && ranges.length > 0;
