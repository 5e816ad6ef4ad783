import { type Precision, precisions } from '#domain/place/location.ts';
import { fromBritishGrid } from './british-grid.ts';
import type { TableField } from './csv-fields.ts';
import { metresIn, numberIn } from './csv-looks.ts';
import { isInUk } from './uk-box.ts';

/** The cells of one row by what they hold; absent ones are not there. */
export type RowCells = Partial<Readonly<Record<TableField, string>>>;

/** WGS 84 degrees. */
export interface FoundSpot {
  readonly lon: number;
  readonly lat: number;
}

/**
 * Where a postcode or an address lies, if somebody knows: a map pack of the neighbourhood may.
 * A postcode is a street's worth of houses, so its spot is kept as street, never as exact.
 */
export type PlaceOf = (asked: {
  readonly postcode: string | undefined;
  readonly address: string | undefined;
}) => FoundSpot | undefined;

/** Numbers were given, and no spot on this earth comes of them: another grid, or a slip. */
export type SpotRead = FoundSpot | 'none' | 'not-known';

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const isDegrees = (x: number, y: number): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** Told by the numbers and not by the heading: lists call metres "Longitude", too. */
function spotAt(x: number, y: number): FoundSpot | undefined {
  if (x === 0 && y === 0) return undefined;
  if (isDegrees(x, y)) return { lon: rounded(x), lat: rounded(y) };
  const spot = fromBritishGrid(x, y);
  return spot && { lon: rounded(spot.lon), lat: rounded(spot.lat) };
}

type Numbers = readonly [number | undefined, number | undefined];

/** "51,587" is a degree with a comma; what is too large for one has its thousands parted by it. */
function degreesIn(lon: string, lat: string): Numbers {
  const [x, y] = [numberIn(lon), numberIn(lat)];
  const isOne = x !== undefined && y !== undefined && isDegrees(x, y);
  return isOne ? [x, y] : [metresIn(lon), metresIn(lat)];
}

function numbersIn({ lon, lat, easting, northing }: RowCells): Numbers | undefined {
  if (lon !== undefined || lat !== undefined) return degreesIn(lon ?? '', lat ?? '');
  if (easting === undefined && northing === undefined) return undefined;
  return [metresIn(easting ?? ''), metresIn(northing ?? '')];
}

/** `isSwapped`: latitude stands in the column of longitude. */
export function spotIn(cells: RowCells, isSwapped: boolean): SpotRead {
  const numbers = numbersIn(cells);
  if (!numbers) return 'none';
  const [x, y] = isSwapped ? [numbers[1], numbers[0]] : numbers;
  if (x === undefined || y === undefined) return 'not-known';
  return spotAt(x, y) ?? 'not-known';
}

/** True where most spots of a list lie in this country only if latitude is taken to come first. */
export function areSwapped(rows: readonly RowCells[]): boolean {
  const spots = rows.flatMap((cells) => {
    const [lon, lat] = numbersIn(cells) ?? [];
    return lon === undefined || lat === undefined ? [] : [{ lon, lat }];
  });
  const asTold = spots.filter(({ lon, lat }) => isInUk(lon, lat)).length;
  const asSwapped = spots.filter(({ lon, lat }) => isInUk(lat, lon)).length;
  return asSwapped > asTold && asSwapped * 2 >= spots.length;
}

/** What a list does not say is exact; a word not known may have asked for less. */
export function precisionIn({ precision }: RowCells): Precision {
  if (precision === undefined) return 'exact';
  return precisions.find((each) => each === precision.toLowerCase()) ?? 'street';
}

/** Three decimals, about 100 m: what is shown less exactly is kept less exactly. */
export const coordinatesOf = ({ lon, lat }: FoundSpot, precision: Precision): [number, number] =>
  precision === 'exact' ? [lon, lat] : [Number(lon.toFixed(3)), Number(lat.toFixed(3))];
