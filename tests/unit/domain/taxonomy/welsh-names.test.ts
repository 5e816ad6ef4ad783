import { expect, test } from 'vitest';
import { guessType } from '#domain/taxonomy/guess-type.ts';
import { kindOfType } from '#domain/taxonomy/kinds.ts';
import { welshTypeWords } from '../../../support/type-words.ts';

/** As people name things in Welsh and in the English they mix with it, parted by `|`. */
const everyday: Readonly<Record<string, string>> = {
  'place.hall':
    'Neuadd bentref ger yr eglwys|Neuadd y Parc|Neuadd Eglwys Sant Marc|Festri’r capel|Church Hall|St Mary’s church hall',
  'place.worship': 'Eglwys ger y neuadd|Capel Heol y Parc|Eglwys Sant Marc|Park Street Church',
  'place.bench':
    'Mainc wrth y gamlas|Mainc yn y parc|Mainc y Parc|Mainc gyferbyn â’r llyfrgell|Park bench|Bench by the canal',
  'place.park': 'Parc yr Eglwys|Cae chwarae o dan y bont|Parc rhwng yr afon a’r capel',
  'place.travel': 'Safle bws tu allan i’r ysgol|Gorsaf y Parc|Church Road bus stop',
  'place.toilet-water': 'Toiledau ar y sgwâr|Tŷ bach yng ngorsaf y bysiau',
  'exch.cafe': 'Caffi’r Llyfrgell|Caffi yn y farchnad|Tafarn y Bont',
  'exch.shop': 'Siop ym Marchnad Casnewydd|Becws y Bont',
  'inst.library': 'Llyfrgell y Parc|Llyfrgell ger y siop',
  'inst.school': 'Ysgol Gynradd y Bont|Ysgol yr Eglwys',
  'assoc.arts': 'Côr yr Eglwys|Côr Meibion y Bont',
  'assoc.friends': 'Cyfeillion y Parc',
};

const rows = Object.entries(everyday).flatMap(([type, names]) =>
  names.split('|').map((name) => [name, type] as const),
);

test.each(rows)('%s is %s', (name, type) => {
  const kind = kindOfType(type);
  expect(kind && guessType(kind, name, welshTypeWords)).toBe(type);
});
