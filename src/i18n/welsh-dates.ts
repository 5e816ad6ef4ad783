/**
 * Dates and lists in Welsh. Chromium has plural rules for Welsh and neither dates nor lists
 * (`Intl.DateTimeFormat.supportedLocalesOf('cy')` is empty), so these stand here, after CLDR 46.
 */
const weekdays = ['Sul', 'Llun', 'Mawrth', 'Mercher', 'Iau', 'Gwener', 'Sadwrn'];
const months = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
];
const shortMonths = [
  'Ion',
  'Chwef',
  'Maw',
  'Ebr',
  'Mai',
  'Meh',
  'Gorff',
  'Awst',
  'Medi',
  'Hyd',
  'Tach',
  'Rhag',
];

/** "Iau"; 0 is Sunday. */
export const welshWeekday = (day: number): string => weekdays[day] ?? '';

const eves = ['Sul', 'Lun', 'Fawrth', 'Fercher', 'Iau', 'Wener', 'Sadwrn'];

/** "Mawrth" as in "dydd Mawrth", and "Fawrth" as in "nos Fawrth"; 0 is Sunday. */
export const welshWeekdayForms = (day: number): readonly string[] => [
  welshWeekday(day),
  eves[day] ?? '',
];

/** "Dydd Iau, 26 Tachwedd" */
export const welshDay = (date: Date, withYear: boolean): string =>
  [
    `Dydd ${welshWeekday(date.getDay())},`,
    date.getDate(),
    months[date.getMonth()],
    ...(withYear ? [date.getFullYear()] : []),
  ].join(' ');

/** "26 Tach 2026" */
export const welshDate = (date: Date): string =>
  `${date.getDate()} ${shortMonths[date.getMonth()]} ${date.getFullYear()}`;

type Unit = 'day' | 'week' | 'month' | 'year';
type Count = (n: number) => string;

const after =
  (usual: string, two: string): Count =>
  (n) =>
    `${n} ${n === 2 ? two : usual}`;

const past: Readonly<Record<Unit, Count>> = {
  day: after('diwrnod', 'ddiwrnod'),
  week: after('wythnos', 'wythnos'),
  month: after('mis', 'fis'),
  year: (n) => {
    if (n === 1) return 'blwyddyn';
    if (n === 2) return '2 flynedd';
    return n === 3 || n === 4 || n === 6 ? `${n} blynedd` : `${n} o flynyddoedd`;
  },
};

/** "heddiw", "ddoe", "12 diwrnod yn ôl", "ymhen 3 wythnos". */
export function welshAge(amount: number, unit: Unit): string {
  if (unit === 'day' && Math.abs(amount) < 2)
    return { '0': 'heddiw', '-1': 'ddoe', '1': 'yfory' }[String(amount + 0)] ?? '';
  const counted = past[unit](Math.abs(amount));
  return amount < 0 ? `${counted} yn ôl` : `ymhen ${counted}`;
}

const vowel = /^[aeiouwy]/i;

/** "a" before a consonant, "ac" before a vowel, accents and quotes aside. */
const and = (next: string): string => {
  const letters = next.normalize('NFD').replace(/[^\p{L}]/gu, '');
  return vowel.test(letters) ? 'ac' : 'a';
};

export function welshList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  const before = parts.slice(0, -1).join(', ');
  return before === '' ? last : `${before} ${and(last)} ${last}`;
}
