import type { GeoJsonFile } from '#formats/geojson.ts';
import { looksSwapped } from '#formats/geojson-swapped.ts';
import { type FileThings, readThings } from '#formats/geojson-things.ts';
import type { Arriving } from '#services/book.ts';
import { arrivingOf } from './arriving-of.ts';
import { boundsOf } from './bounds-of.ts';
import type { CheckedFile, Choice } from './checked-file.ts';
import { groupsOf, keyOf } from './found-groups.ts';

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
      table: undefined,
      photos: 0,
      ...boundsOf(things),
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
    things: () => found.things,
    choose: ({ keys, plainType, skip, checkTag }: Choice): readonly Arriving[] => {
      const wanted = new Set(keys);
      const skipped = new Set(skip);
      return found.things
        .filter((thing) => wanted.has(keyOf(thing)) && !skipped.has(thing.id))
        .map((thing) => arrivingOf(thing, plainType, checkTag));
    },
    photos: (): readonly (readonly [string, string])[] => [],
  };
}
