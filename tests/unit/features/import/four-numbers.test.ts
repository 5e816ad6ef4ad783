import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nothingBeside } from '#features/import/beside-book.ts';
import { fileReading } from '#features/import/file-reading.ts';
import { type FileTally, tallyOf } from '#features/import/file-tally.ts';
import { tickedFirst } from '#features/import/ticked-first.ts';
import { englishTypeWords } from '../../../support/type-words.ts';

const root = new URL('../../../../', import.meta.url);
const around = { now: '2026-11-22T10:00:00Z', registerId: 'here', typeWords: englishTypeWords };

/** What becomes of a file in an empty book, if a person touches nothing. */
async function untouched(path: string): Promise<{ tally: FileTally; twins: readonly string[] }> {
  const reading = fileReading();
  const bytes = new Uint8Array(readFileSync(new URL(path, root)));
  const file = await reading.check(new File([bytes], path), around);
  if (!file.ok) throw new Error(file.error.kind);
  await reading.beside([], true);
  const lookAlikes = await reading.lookAlikes({});
  const held = new Map();
  const ticked = tickedFirst(file.value, held);
  const asked = { anyway: new Set<string>(), taken: new Set<string>(), plainType: '' };
  const review = { file: file.value, held, lookAlikes, beside: nothingBeside, ticked, ...asked };
  return {
    tally: tallyOf(review),
    twins: lookAlikes.filter(({ like }) => like).map(({ name, like }) => `${name} = ${like}`),
  };
}

type Numbers = Pick<FileTally, 'all' | 'chosen' | 'off' | 'refused' | 'noType'>;

/** Counted by hand from the tags, never from what the reader says. */
const byHand: readonly (readonly [path: string, numbers: Numbers])[] = [
  [
    // In: library, park, planter with a name, allotments, café, rowers, kettle. Off: a bench, a stop.
    // Refused: two shelters, a private playground, a closed pub, the café's second entry.
    'tests/fixtures/import/made-up-osm.geojson',
    { all: 15, chosen: 7, off: 2, refused: 5, noType: 1 },
  ],
  [
    // Off: the bench, the stop though it has a name, the outline of the library under its Welsh name.
    'tests/fixtures/import/made-up-osm-later.geojson',
    { all: 15, chosen: 7, off: 3, refused: 4, noType: 1 },
  ],
  [
    // Off: the bench. Refused: a refuge, no name, twice, too many cells, a person. A lock is water.
    'tests/fixtures/import/made-up-council.csv',
    { all: 12, chosen: 6, off: 1, refused: 5, noType: 0 },
  ],
  [
    // Off: a bench, a stop, the hall once more under "Neuadd". Refused: the refuge, the person.
    // No type: two car parks, which the list calls by words of its own.
    'tests/fixtures/import/made-up-lists.csv',
    { all: 10, chosen: 3, off: 3, refused: 2, noType: 2 },
  ],
];

describe('every entry of a file is in one of four numbers', () => {
  it.each(byHand)('%s', async (path, numbers) => {
    const { tally } = await untouched(path);
    expect(tally).toMatchObject(numbers);
    expect(tally.chosen + tally.off + tally.refused + tally.noType).toBe(numbers.all);
  });
});

const pill = '../shared/data/assets/osm-newport-pill.geojson';

/**
 * Of 423 objects: 52 benches, 46 stops and 3 bare shelters are off; 2 homeless shelters, a private
 * playground, 3 private gardens and a closed club are refused; the law court has no type.
 * Of the 314 left, six stand there twice, by name, phone, or address.
 */
const pillNumbers: Numbers = { all: 423, chosen: 308, off: 107, refused: 7, noType: 1 };
const pillTwins = [
  'BES Bailey = The Best Connection',
  'Corporation Road Post Office = Top-Ups Convenience Store',
  'Ebenezer Chapel = Jamia Masjid',
  'Jamia Mosque = Jamia Masjid',
  "Mariners' Green = Mariners' Green",
  'St Woolos Chiropractic Clinic = St Woolos Chiropractic Clinic',
];

it.skipIf(!existsSync(new URL(pill, root)))(
  'a real neighbourhood’s 423 objects (skipped where they are not at hand)',
  async () => {
    const { tally, twins } = await untouched(pill);
    expect(tally).toMatchObject(pillNumbers);
    expect([...twins].sort()).toEqual(pillTwins);
  },
);

const council = '../shared/data/assets/cheltenham-land-and-assets-2023.csv';

/**
 * Of 459 rows: 204 are of a kind with a type here, and 25 of those are off: 22 repeat an earlier
 * address on the same spot, three say it in fewer words. 22 rows have no kind: they are ticked, and
 * a person is asked what they are, but for two that repeat. 233 are car parks, shops to let and
 * other kinds without a type here.
 */
const councilNumbers: Numbers = { all: 459, chosen: 199, off: 25, refused: 0, noType: 235 };

it.skipIf(!existsSync(new URL(council, root)))(
  'a council’s real list (skipped where it is not at hand)',
  async () => {
    expect((await untouched(council)).tally).toMatchObject(councilNumbers);
  },
);
