import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { Places } from '#pack/places.ts';
import { type Box, holds } from '../box.ts';
import { PackTrouble } from '../trouble.ts';
import { tidyPostcode } from './addresses.ts';
import { fromNationalGrid } from './national-grid.ts';
import { micro } from './same-words.ts';

type Postcode = Places['postcodes'][number];
type Row = readonly string[];

/** Which columns hold what, and whether they are metres on the British grid. */
interface Columns {
  readonly postcode: number;
  readonly x: number;
  readonly y: number;
  readonly isGrid: boolean;
}

/** Genuine Code-Point Open has no heading: postcode, quality, easting, northing, six codes. */
const genuine: Columns = { postcode: 0, x: 2, y: 3, isGrid: true };

const rowLettersMax = 4_000;
const rowsMax = 3_000_000;

/** Column by what its heading says, in the spellings that are about. */
function headed(heading: Row): Columns | undefined {
  const titles = heading.map((title) => title.trim().toLowerCase());
  const find = (...names: readonly string[]): number =>
    titles.findIndex((title) => names.includes(title));
  const postcode = find('postcode', 'pcd', 'pcds', 'pc');
  const [lon, lat] = [find('lon', 'long', 'lng', 'longitude'), find('lat', 'latitude')];
  if (postcode >= 0 && lon >= 0 && lat >= 0) return { postcode, x: lon, y: lat, isGrid: false };
  const [east, north] = [find('eastings', 'easting', 'ea'), find('northings', 'northing', 'no')];
  if (postcode >= 0 && east >= 0 && north >= 0)
    return { postcode, x: east, y: north, isGrid: true };
  return undefined;
}

/** Without a heading the first row is a postcode already. */
const columnsIn = (first: Row): Columns | undefined =>
  headed(first) ?? (tidyPostcode(first[0]) && Number(first[2]) > 0 ? genuine : undefined);

function postcodeIn(row: Row, { postcode, x, y, isGrid }: Columns): Postcode | undefined {
  const code = tidyPostcode(row[postcode]);
  const [a, b] = [Number(row[x] || Number.NaN), Number(row[y] || Number.NaN)];
  // Code-Point writes 0, 0 where it has no place for a postcode.
  if (!code || !Number.isFinite(a) || !Number.isFinite(b) || (a === 0 && b === 0)) return undefined;
  const [lon, lat] = isGrid ? fromNationalGrid(a, b) : [a, b];
  return [code, micro(lon), micro(lat)];
}

/**
 * Postcodes of the box out of a CSV file: Code-Point Open as Ordnance Survey gives it out, or any
 * with headings for postcode and lon/lat or eastings/northings. Throws PackTrouble.
 */
export async function readCodePoint(path: string, box: Box): Promise<readonly Postcode[]> {
  const found: Postcode[] = [];
  let columns: Columns | undefined;
  let rows = 0;
  const take = (row: Row): void => {
    rows += 1;
    if (rows > rowsMax) throw new PackTrouble(`${path} has more rows than there are postcodes.`);
    if (!columns) columns = columnsIn(row);
    if (!columns) throw notPostcodes(path);
    const one = postcodeIn(row, columns);
    if (one && holds(box, one[1] / 1e6, one[2] / 1e6)) found.push(one);
  };
  try {
    await readRows(path, take);
  } catch (error) {
    throw error instanceof PackTrouble ? error : notPostcodes(path);
  }
  return found;
}

async function readRows(path: string, take: (row: Row) => void): Promise<void> {
  const rows = parse({ bom: true, relax_column_count: true, max_record_size: rowLettersMax });
  await pipeline(createReadStream(path), rows, async (parsed: AsyncIterable<Row>) => {
    for await (const row of parsed) take(row);
  });
}

const notPostcodes = (path: string): PackTrouble =>
  new PackTrouble(
    `${path} cannot be read as postcodes. It must be a CSV file of Code-Point Open, or have columns postcode, lon and lat.`,
  );
