import { isJsonObject, type JsonObject } from '#base/json.ts';
import type { GeoJsonFile } from '#formats/geojson.ts';
import { looksSwapped } from '#formats/geojson-swapped.ts';
import { type FileThings, type FoundThing, readThings, withType } from '#formats/geojson-things.ts';
import type { Arriving } from '#services/book.ts';
import type { CheckedFile, Choice, FileGroup } from './checked-file.ts';
import { plainKey } from './plain-key.ts';

const keyOf = ({ assetType, everyday }: FoundThing): string =>
  assetType === undefined ? plainKey : `${assetType}${everyday ? ' everyday' : ''}`;

function groupsOf(things: readonly FoundThing[]): readonly FileGroup[] {
  const byKey = new Map<string, FoundThing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = byKey.get(key);
    if (group) group.push(thing);
    else byKey.set(key, [thing]);
  }
  return [...byKey].flatMap(([key, group]): FileGroup[] => {
    const [first] = group;
    if (!first) return [];
    const { type, assetType, everyday } = first;
    const checkType = group.filter((thing) => thing.checkType).length;
    const ids = group.map(({ id }) => id);
    return [{ key, type, everyday, checkType, ids, ...(assetType ? { assetType } : {}) }];
  });
}

const spotOf = (thing: FoundThing) => {
  const { location, name } = thing.values;
  if (!isJsonObject(location) || typeof name !== 'string') return [];
  const { labelPoint, geometry } = location;
  const point = labelPoint ?? (isJsonObject(geometry) ? geometry['coordinates'] : undefined);
  const [lon, lat] = Array.isArray(point) ? point : [];
  return typeof lon === 'number' && typeof lat === 'number'
    ? [{ id: thing.id, name, lon, lat }]
    : [];
};

const withCheckTag = (thing: FoundThing, tag: string): JsonObject => {
  if (!thing.checkType || tag === '') return thing.values;
  const tags = Array.isArray(thing.values['tags']) ? thing.values['tags'] : [];
  return { ...thing.values, tags: [...tags, tag] };
};

/** Map things of a file, read once more when latitude turns out to stand first. */
export function geoJsonReading(file: GeoJsonFile, now: string) {
  const seemsSwapped = looksSwapped(file.features);
  let swapped = false;
  let found: FileThings = readThings(file, { swapped, now });

  const checked = (): Omit<CheckedFile, 'letters'> => {
    const { things, outOfRange: _, fromOsm, ...rest } = found;
    return {
      ...rest,
      from: fromOsm ? 'import-osm' : 'import-geojson',
      groups: groupsOf(things),
      looksSwapped: seemsSwapped && !swapped,
      copyOf: undefined,
      photos: 0,
    };
  };
  return {
    checked,
    /** More than half of the spots lie off the earth: the file counts in another grid. */
    isOtherGrid: () => !seemsSwapped && found.outOfRange * 2 > found.things.length,
    swap: () => {
      swapped = !swapped;
      found = readThings(file, { swapped, now });
      return checked();
    },
    spots: () => found.things.flatMap(spotOf),
    choose: ({ keys, plainType, skip, checkTag }: Choice): readonly Arriving[] => {
      const wanted = new Set(keys);
      const skipped = new Set(skip);
      return found.things
        .filter((thing) => wanted.has(keyOf(thing)) && !skipped.has(thing.id))
        .map((thing) => (plainType && !thing.assetType ? withType(thing, plainType) : thing))
        .map((thing) => ({
          id: thing.id,
          type: thing.type,
          values: withCheckTag(thing, checkTag),
        }));
    },
    photos: (): readonly (readonly [string, string])[] => [],
  };
}
