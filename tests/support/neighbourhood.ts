import type { Status } from '#domain/record/base-fields.ts';
import { kindOfType, recordTypeOfKind } from '#domain/taxonomy/kinds.ts';
import type { ThingRow } from '#search/query.ts';
import { knownThings } from './neighbourhood-known.ts';
import {
  commonWords,
  givenNames,
  nameBodies,
  nameHeads,
  neighbourhoodTypeWords,
  streets,
} from './neighbourhood-words.ts';
import { type Chance, chance } from './seeded.ts';

const assetTypes = Object.keys(neighbourhoodTypeWords);
const statuses: readonly Status[] = ['active', 'active', 'active', 'unconfirmed', 'dormant'];
export const neighbourhoodCentre = { lon: -2.992, lat: 51.579 };

/**
 * A made-up neighbourhood of `n` list rows around Pill in Newport, the same for the same seed:
 * first the things of `neighbourhood-known.ts`, then things made of common words, with a tail of
 * rare ones. About one in twelve has no place, one in twenty-five is archived.
 */
export function neighbourhood(n: number, seed: number): ThingRow[] {
  const dice = chance(seed);
  const rareWords = Array.from({ length: 200 + Math.ceil(Math.sqrt(n) * 40) }, () =>
    rareWord(dice),
  );
  return Array.from({ length: n }, (_, index) => {
    const made = madeUp(dice, rareWords, index);
    const known = knownThings[index];
    return known ? { ...made, ...known, ...typing(known.assetType), status: 'active' } : made;
  });
}

export const neighbourhoodId = (index: number): string =>
  `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

function typing(assetType: string) {
  const kind = kindOfType(assetType) ?? 'places';
  return { assetType, kind, type: recordTypeOfKind[kind] };
}

function madeUp(dice: Chance, rareWords: readonly string[], index: number): ThingRow {
  const assetType = dice.pick(assetTypes);
  return {
    id: neighbourhoodId(index),
    ...typing(assetType),
    name: nameOf(dice, assetType),
    status: dice.in100(4) ? 'archived' : dice.pick(statuses),
    share: dice.in100(20) ? 'team' : 'members',
    ...somewhere(dice),
    line: sentence(dice, rareWords, 6 + dice.below(6)),
    words: sentence(dice, rareWords, 14 + dice.below(10)),
    ...(dice.in100(30) ? { schedules: [weekly(dice, index)] } : {}),
    ...(dice.in100(40) ? { free: true } : {}),
    ...(dice.in100(30) ? { stepFree: true } : {}),
    ...(dice.in100(60) ? checked(dice) : {}),
    updatedAt: 1_760_000_000_000 + index,
  };
}

function nameOf(dice: Chance, assetType: string): string {
  const prefix = assetType.split('.')[0] ?? '';
  const head = prefix === 'ind' ? dice.pick(givenNames) : dice.pick(nameHeads);
  const owner = dice.in100(25) && prefix !== 'ind' ? `${dice.pick(givenNames)}’s ` : '';
  return `${owner}${head} ${dice.pick(nameBodies[prefix] ?? ['Thing'])}`;
}

function somewhere(dice: Chance) {
  const where = `${1 + dice.below(180)} ${dice.pick(streets)}`;
  if (dice.in100(8)) return { precision: 'none' as const };
  return {
    where,
    lon: neighbourhoodCentre.lon + (dice.next() - 0.5) * 0.05,
    lat: neighbourhoodCentre.lat + (dice.next() - 0.5) * 0.03,
    precision: 'exact' as const,
  };
}

const sentence = (dice: Chance, rareWords: readonly string[], length: number): string =>
  Array.from({ length }, () =>
    dice.in100(12) ? dice.pickSkewed(rareWords) : dice.pickSkewed(commonWords),
  ).join(' ');

const onsets = 'b br c ch d f g gl gw h j k l ll m n p ph pr r rh s sh st t th tr w y'.split(' ');
const vowels = 'a e i o u w y ai ei oe'.split(' ');
const codas = 'n l r s th dd ch ng m d'.split(' ');

const rareWord = (dice: Chance): string =>
  Array.from(
    { length: 2 + dice.below(2) },
    () => dice.pick(onsets) + dice.pick(vowels) + (dice.in100(50) ? dice.pick(codas) : ''),
  ).join('');

const weekly = (dice: Chance, index: number) => ({
  id: `s${index}`,
  startDate: '2025-01-06',
  freq: 'weekly',
  byDay: [dice.pick(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])],
  startTime: dice.pick(['09:30', '10:00', '14:00', '18:30']),
  endTime: dice.pick(['19:00', '20:00', '21:30']),
});

function checked(dice: Chance) {
  const month = String(1 + dice.below(12)).padStart(2, '0');
  const day = String(1 + dice.below(28)).padStart(2, '0');
  return { confirmedOn: `2025-${month}-${day}`, reviewDueOn: `2026-${month}-${day}` };
}
