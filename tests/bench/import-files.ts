import { assetSpot, placeValues } from './assets.ts';

interface Sort {
  /** Tags of OpenStreetMap, and the words of a council's list. */
  readonly tags: Readonly<Record<string, string>>;
  readonly words: string;
}

/** Sorts of places that an import ticks by itself. */
const sorts: readonly Sort[] = [
  { tags: { amenity: 'community_centre' }, words: 'Village hall' },
  { tags: { leisure: 'park' }, words: 'Park' },
  { tags: { leisure: 'playground' }, words: 'Playground' },
];

const sortOf = (index: number): Sort => sorts[index % sorts.length] ?? { tags: {}, words: '' };

/** The names are what is looked for on both sides afterwards. */
export const importedName = (index: number): string => String(placeValues(index)['name']);

const featureOf = (index: number) => {
  const { lon, lat } = assetSpot(index);
  const { summary } = placeValues(index);
  return {
    type: 'Feature',
    id: `node/${1_000_000 + index}`,
    properties: { ...sortOf(index).tags, name: importedName(index), description: summary },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  };
};

const indexes = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** So many places as an export of OpenStreetMap has them. */
export const geoJsonText = (count: number): string =>
  JSON.stringify({ type: 'FeatureCollection', features: indexes(count).map(featureOf) });

export const csvHeadings = [
  'Ref',
  'Name',
  'Type',
  'Description',
  'Address',
  'Latitude',
  'Longitude',
];

const rowOf = (index: number): string => {
  const { lon, lat } = assetSpot(index);
  const { summary } = placeValues(index);
  const address = `${1 + (index % 180)} Made-up Street, Rivermouth`;
  const cells = [`R${index}`, importedName(index), sortOf(index).words, summary, address, lat, lon];
  return cells.map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell)).join(',');
};

/** The same places as a council's list. */
export const csvText = (count: number): string =>
  [csvHeadings.join(','), ...indexes(count).map(rowOf)].join('\r\n');
