import { fromBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { photoTypeOf } from '#formats/copy.ts';
import type { PlaceOf } from '#formats/csv-place.ts';
import { type ReadFile, readFile } from '#formats/read-file.ts';
import type { OldLetters } from '#formats/read-file-text.ts';
import type { Arriving } from '#services/book.ts';
import { toCompare } from './arriving-of.ts';
import type { Around, CheckedFile, CopiedPhoto, FileReading } from './checked-file.ts';
import { heldLines, lookAlikesOf } from './look-alikes.ts';
import { copyReading } from './read-copy-file.ts';
import { geoJsonReading } from './read-geojson-file.ts';
import { tableReading } from './read-table-file.ts';

type TableContent = ReturnType<typeof tableReading>;
type Content = ReturnType<typeof geoJsonReading> | ReturnType<typeof copyReading> | TableContent;

function toPhoto([id, base64]: readonly [string, string]): CopiedPhoto[] {
  const bytes = fromBase64(base64);
  const type = photoTypeOf(base64);
  return bytes && type ? [{ id, blob: new Blob([bytes], { type }) }] : [];
}

function contentOf(read: ReadFile, around: Around, placeOf: PlaceOf | undefined): Content {
  const { now, registerId, typeWords, held } = around;
  if (read.what === 'copy') return copyReading(read.copy, registerId);
  if (read.what === 'geojson') return geoJsonReading(read.file, now);
  return tableReading(read.table, { now, typeWords, placeOf, held });
}

/** Fetched only where rows have to be placed and a pack knows streets. */
async function placesIn({ what }: ReadFile, { places }: Around): Promise<PlaceOf | undefined> {
  if (what !== 'table' || !places) return undefined;
  const { placeOfPart } = await import('./place-of.ts');
  return placeOfPart(places);
}

function notRead(): never {
  throw new Error('No such file has been read');
}

/**
 * Reads one file and keeps what it holds until the next; made to live in a worker. `placeOf` tells
 * where a postcode or an address lies, instead of the map pack.
 */
export function fileReading({ placeOf }: { readonly placeOf?: PlaceOf } = {}): FileReading {
  let content: Content | undefined;
  let letters: OldLetters | undefined;
  let typeWords: Around['typeWords'] = { namesFirst: false, types: {} };
  const standing = heldLines();
  let chosen: readonly Arriving[] = [];
  let photos: readonly (readonly [string, string])[] = [];

  const held = (): Content => content ?? notRead();
  const table = (): TableContent => {
    const now = held();
    return 'match' in now ? now : notRead();
  };
  const withLetters = (checked: Omit<CheckedFile, 'letters'>): CheckedFile => ({
    ...checked,
    letters,
  });

  const check: FileReading['check'] = async (
    file,
    around,
  ): Promise<Result<CheckedFile, Failure>> => {
    const read = await readFile(file);
    if (!read.ok) return read;
    letters = read.value.letters;
    typeWords = around.typeWords;
    const known = placeOf ?? (await placesIn(read.value, around));
    const next = contentOf(read.value, around, known);
    if (next.isOtherGrid()) return fail('file-other-grid');
    content = next;
    return ok(withLetters(next.checked()));
  };

  return {
    check,
    swap: async () => withLetters(held().swap()),
    match: async (place, field) => withLetters(table().match(place, field)),
    refusedRows: async (words) => table().refusedRows(words),
    beside: async (rows, isFirst) => standing.add(rows, isFirst, typeWords),
    worthAsking: async () => standing.worthAsking(held().things()),
    lookAlikes: async (ways) => lookAlikesOf(held().things(), standing.withWays(ways)),
    toCompare: async (asked) => {
      const things = new Map(
        held()
          .things()
          .map((thing) => [thing.id, thing]),
      );
      return asked.flatMap((each) => {
        const thing = things.get(each.id);
        return (thing && toCompare(thing, each)) ?? [];
      });
    },
    choose: async (choice) => {
      chosen = held().choose(choice);
      photos = held().photos();
      return { things: chosen.length, photos: photos.length };
    },
    things: async (from, length) => chosen.slice(from, from + length),
    photos: async (from, length) => photos.slice(from, from + length).flatMap(toPhoto),
  };
}
