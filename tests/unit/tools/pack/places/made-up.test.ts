import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { placesSchema } from '#pack/places.ts';
import { makePlaces } from '../../../../../tools/pack/places/make-places.ts';
import { extractBox, gathered } from '../../../../support/made-up-extract.ts';

const places = async (official: [string, number, number][] = []) =>
  makePlaces(await gathered(), extractBox, official);

describe('the made-up neighbourhood', () => {
  test('has two streets, with their names in all languages, wherever they are told', async () => {
    const { streets } = await places();
    expect(streets).toEqual([
      {
        names: { '': 'Bramble Street', cy: 'Stryd y Fiaren' },
        at: [-2_997_000, 51_575_000],
        box: [-2_999_500, 51_575_000, -2_994_500, 51_575_000],
      },
      {
        names: { '': 'Kiln Road', cy: 'Heol yr Odyn', en: 'Kiln Road' },
        at: [-2_997_096, 51_576_251],
        box: [-2_997_100, 51_575_000, -2_997_000, 51_577_500],
      },
    ]);
  });

  test('has ten houses, by street and postcode, each once and in order', async () => {
    const { groups } = await places();
    const told = groups.map(({ street, place, postcode, homes }) => [
      street ?? place,
      postcode,
      homes.map(([number]) => number).join(' '),
    ]);
    expect(told).toEqual([
      [0, 'ZZ9 9AA', '1 2 4 10'],
      [0, 'ZZ9 9AB', '12a 14'],
      [1, 'ZZ9 9AB', '7 9 11'],
      ['Pwll Farm', undefined, '3'],
    ]);
    const [, , four] = groups[0]?.homes ?? [];
    expect(four).toEqual(['4', -2_997_900, 51_575_260]);
  });

  test('places a postcode in the middle of its houses, or where the official list has it', async () => {
    const [first, second] = (await places()).postcodes;
    expect([first?.[0], second?.[0]]).toEqual(['ZZ9 9AA', 'ZZ9 9AB']);
    expect(first?.[1]).toBeCloseTo((-2.999 - 2.9985 - 2.9975 - 2.9979) * 250_000, -1);
    const official = await places([['ZZ9 9AA', -2_990_000, 51_579_000]]);
    expect(official.postcodes[0]).toEqual(['ZZ9 9AA', -2_990_000, 51_579_000]);
    expect(official.postcodes).toHaveLength(2);
  });

  test('is what the app takes', async () => {
    expect(v.is(placesSchema, JSON.parse(JSON.stringify(await places())))).toBe(true);
  });

  test('a street is cut at the edge of the box', async () => {
    const cut = makePlaces(await gathered(), [-2.9965, 51.574, -2.99, 51.58], []);
    expect(cut.streets.map(({ names }) => names[''])).toEqual(['Bramble Street']);
    expect(cut.streets[0]?.box[0]).toBe(-2_996_500);
  });
});
