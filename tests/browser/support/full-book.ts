import type { Page } from 'playwright';
import { kinds } from '../../../src/domain/record/kinds.ts';
import { allGood } from '../../support/record-fixtures.ts';

const born = '2026-09-01T10:00:00Z';
const benchCount = 120;

/** Stands where the fullest place stands, each a few steps further. */
const bench = (number: number) => ({
  id: `0198f3a0-0000-7000-8000-0000be${String(number).padStart(6, '0')}`,
  type: 'place',
  share: 'public',
  status: number % 2 === 0 ? 'active' : 'unconfirmed',
  createdAt: born,
  name: `Bench ${number}`,
  assetType: 'place.bench',
  location: {
    precision: 'exact',
    geometry: { type: 'Point', coordinates: [-2.9866 + number / 1e4, 51.5793] },
    capturedBy: 'tap',
    capturedAt: born,
  },
});

/** The fullest of all: facts, times, spaces, ties, what happens there, benches near by. */
export const fullest = '0198f3a0-0000-7000-8000-000000000001';

const happening = {
  id: '0198f3a0-0000-7000-8000-0000be000000',
  type: 'activity',
  share: 'public',
  status: 'active',
  createdAt: born,
  kind: 'event',
  title: 'Big lunch in the hall',
  organiser: { type: 'place', id: fullest },
  placeId: fullest,
  schedules: [{ id: 'monthly', startDate: '2026-09-05', startTime: '12:30', freq: 'monthly' }],
};

const benches = Array.from({ length: benchCount }, (_, at) => bench(at + 1));

/** A book with every good record there is and many benches, as a copy that can be brought in. */
const copy = {
  patchbook: 'copy',
  version: 1,
  register: { id: '0'.repeat(32), name: 'Pillgwenlly' },
  madeAt: born,
  kinds: Object.fromEntries(Object.entries(kinds).map(([type, { version }]) => [type, version])),
  records: [...allGood(), happening, ...benches],
  photos: {},
};

export async function chooseFullBook(page: Page): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name: 'pillgwenlly.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(copy)),
  });
  await page.getByRole('button', { name: 'Check file' }).click();
  await page.getByText('made on').waitFor();
}

/** From any screen to the import with everything brought in. */
export async function bringInFullBook(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/import`);
  await chooseFullBook(page);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Import/ })
    .click();
  await page.getByRole('button', { name: 'Undo import' }).waitFor();
}
