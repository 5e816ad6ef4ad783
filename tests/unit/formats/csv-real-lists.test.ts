import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '#domain/record/record.ts';
import { foundLine } from '#features/import/twin-lines.ts';
import { guessColumns } from '#formats/csv-columns.ts';
import { rememberedGuess } from '#formats/csv-kinds.ts';
import { readTableThings, type TableThings } from '#formats/csv-things.ts';
import { readFile } from '#formats/read-file.ts';
import { englishTypeWords } from '../../support/type-words.ts';

const folder = new URL('../../../../shared/data/assets/', import.meta.url);
const now = '2026-11-22T10:00:00Z';
const guess = rememberedGuess(englishTypeWords);

async function readList(name: string) {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
  const started = performance.now();
  const read = await readFile(new File([bytes], name));
  if (!read.ok || read.value.what !== 'table') throw new Error(JSON.stringify(read));
  const { table } = read.value;
  const matching = guessColumns(table);
  const found = readTableThings(table, { matching, swapped: false, now, guess });
  const took = Math.round(performance.now() - started);
  const { things, refused, noSpot } = found;
  const plain = things.filter(({ assetType }) => assetType === undefined).length;
  console.info(
    `${name}: ${table.rows.length} rows, ${things.length} come in (${plain} without a type, ${noSpot} without a spot), ${refused.length} refused, ${took} ms`,
  );
  return { table, matching, found };
}

const why = ({ refused }: TableThings) => {
  const counts: Record<string, number> = {};
  for (const each of refused) counts[each.why] = (counts[each.why] ?? 0) + 1;
  return counts;
};
const areGood = ({ things }: TableThings): boolean =>
  things.every(
    ({ id, type, values }) =>
      parseRecord({ share: 'public', createdAt: now, ...values, id, type }).ok,
  );

const real = (name: string) => describe.skipIf(!existsSync(new URL(name, folder)));

const cheltenham = 'cheltenham-land-and-assets-2023.csv';
real(cheltenham)('a council’s real list (skipped without it)', () => {
  it('comes in by its addresses and its grid metres', async () => {
    const { table, matching, found } = await readList(cheltenham);
    // Two more rows hold nothing but commas.
    expect(table.rows).toHaveLength(459);
    expect(matching).toEqual([
      ...[undefined, undefined, 'uprn', 'id', 'address', 'easting', 'northing', undefined],
      ...[undefined, 'assetType'],
    ]);
    expect(found.things).toHaveLength(459);
    expect(found).toMatchObject({ refused: [], noSpot: 0, unread: {} });
    const unknown = found.things.filter(({ assetType }) => assetType === undefined);
    expect(unknown).toHaveLength(255);
    expect(new Set(unknown.map(({ said }) => said)).size).toBeGreaterThan(10);
    const points = found.things.map(foundLine);
    expect(
      points.every(({ lon = 0, lat = 0 }) => lon > -2.2 && lon < -1.9 && lat > 51.8 && lat < 52),
    ).toBe(true);
    expect(areGood(found)).toBe(true);
  });
});

const mutualAid = 'uk-mutual-aid-groups-2020.csv';
real(mutualAid)('a real list of groups parted by stars (skipped without it)', () => {
  it('comes in', async () => {
    const { table, matching, found } = await readList(mutualAid);
    expect(table.rows).toHaveLength(3_664);
    expect(matching).toEqual(['name', 'website', 'address', 'lat', 'lon', undefined]);
    expect(found.things).toHaveLength(3_620);
    expect(why(found)).toEqual({ twice: 43, 'too-many-cells': 1 });
    expect(found).toMatchObject({ noSpot: 3, unread: { website: 3, lat: 3 } });
    const types = new Set(found.things.map(({ type }) => type));
    // What its name does not tell waits as a place until a person says what all of these are.
    expect([...types].sort()).toEqual(['group', 'place']);
    expect(areGood(found)).toBe(true);
  }, 60_000);
});

const postcodes = 'postcodes-newport-codepoint-2014.csv';
real(postcodes)('a real list of postcodes (skipped without it)', () => {
  it('has columns that are known, and no names', async () => {
    const { table, matching, found } = await readList(postcodes);
    expect(table.rows).toHaveLength(3_397);
    expect(matching).toEqual(['postcode', 'lon', 'lat', undefined]);
    expect(why(found)).toEqual({ 'no-name': 3_397 });
  });
});
