import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { metresBetween } from '#domain/place/distance.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { TypeWords } from '#domain/taxonomy/guess-type.ts';
import { catalogueKey } from '#domain/taxonomy/types.ts';
import type { FoundThing } from '#formats/geojson-things.ts';
import { type TwinLine, wordsIn } from '#search/twin-line.ts';
import { waysOf } from '#services/ways-of.ts';

/** What the reader needs of a thing that stands in the book. */
export type HeldRow = Pick<
  ThingRow,
  'id' | 'name' | 'assetType' | 'lon' | 'lat' | 'where' | 'words'
>;

const longestName = 60;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/;

/** "Toilets", "Bus stop, Mill Lane": a word for what it is, and at most its street. */
function isOnlyItsType({ name, assetType }: HeldRow, typeWords: TypeWords): boolean {
  const { label = '', synonyms = '' } =
    (assetType ? typeWords.types[catalogueKey(assetType)] : undefined) ?? {};
  const said = wordsIn(name.split(',')[0] ?? '').join(' ');
  const words = [label, ...label.split(/,| or /), ...synonyms.split('|')];
  return words.some((word) => word !== '' && wordsIn(word).join(' ') === said);
}

export const heldLine = (row: HeldRow, typeWords: TypeWords): TwinLine => ({
  id: row.id,
  name: row.name,
  others: row.words.split(' · ').filter((words) => words.length <= longestName),
  assetType: row.assetType,
  lon: row.lon,
  lat: row.lat,
  address: row.where,
  postcode: postcode.exec(row.words)?.[0],
  ways: [],
  unnamed: isOnlyItsType(row, typeWords),
});

const isPosition = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';

function positionsIn(coordinates: unknown): readonly (readonly [number, number])[] {
  if (isPosition(coordinates)) return [coordinates];
  return Array.isArray(coordinates) ? coordinates.flatMap(positionsIn) : [];
}

/** Half of the way across the box around it; 0 for a spot. */
function reachIn(geometry: Json | undefined): number {
  if (!isJsonObject(geometry) || geometry['type'] === 'Point') return 0;
  const all = positionsIn(geometry['coordinates']);
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)];
  const edge = (list: readonly number[], pick: (a: number, b: number) => number) =>
    list.reduce((a, b) => pick(a, b), list[0] ?? 0);
  return (
    metresBetween(
      { lon: edge(lons, Math.min), lat: edge(lats, Math.min) },
      { lon: edge(lons, Math.max), lat: edge(lats, Math.max) },
    ) / 2
  );
}

function spotIn(location: Json | undefined): { lon?: number; lat?: number; reachM?: number } {
  if (!isJsonObject(location)) return {};
  const { labelPoint, geometry } = location;
  const point = labelPoint ?? (isJsonObject(geometry) ? geometry['coordinates'] : undefined);
  if (!isPosition(point)) return {};
  return { lon: point[0], lat: point[1], reachM: reachIn(geometry) };
}

const textIn = (value: Json | undefined, part: string): string | undefined => {
  const text = isJsonObject(value) ? value[part] : undefined;
  return typeof text === 'string' ? text : undefined;
};

const textsIn = ({ tags }: JsonObject): readonly string[] =>
  Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];

export const foundLine = ({ id, assetType, unnamed, values }: FoundThing): TwinLine => ({
  id,
  name: textIn(values, 'name') ?? '',
  others: [...textsIn(values), textIn(values, 'alternateName') ?? ''].filter((name) => name !== ''),
  assetType,
  ...spotIn(values['location']),
  address: textIn(values['address'], 'line1'),
  postcode: textIn(values['address'], 'postcode'),
  ways: waysOf(values),
  unnamed: unnamed === true,
});
