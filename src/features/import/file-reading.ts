import { fromBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { photoTypeOf } from '#formats/copy.ts';
import { readFile } from '#formats/read-file.ts';
import type { OldLetters } from '#formats/read-file-text.ts';
import type { Arriving } from '#services/book.ts';
import type { CheckedFile, CopiedPhoto, FileReading } from './checked-file.ts';
import { lookAlikesOf } from './look-alikes.ts';
import { copyReading } from './read-copy-file.ts';
import { geoJsonReading } from './read-geojson-file.ts';

type Content = ReturnType<typeof geoJsonReading> | ReturnType<typeof copyReading>;

function toPhoto([id, base64]: readonly [string, string]): CopiedPhoto[] {
  const bytes = fromBase64(base64);
  const type = photoTypeOf(base64);
  return bytes && type ? [{ id, blob: new Blob([bytes], { type }) }] : [];
}

/** Reads one file and keeps what it holds until the next; made to live in a worker. */
export function fileReading(): FileReading {
  let content: Content | undefined;
  let letters: OldLetters | undefined;
  let chosen: readonly Arriving[] = [];
  let photos: readonly (readonly [string, string])[] = [];

  const held = (): Content => {
    if (!content) throw new Error('No file has been read');
    return content;
  };
  const withLetters = (checked: Omit<CheckedFile, 'letters'>): CheckedFile => ({
    ...checked,
    letters,
  });

  const check: FileReading['check'] = async (
    file,
    { now, registerId },
  ): Promise<Result<CheckedFile, Failure>> => {
    const read = await readFile(file);
    if (!read.ok) return read;
    letters = read.value.letters;
    const next =
      read.value.what === 'copy'
        ? copyReading(read.value.copy, registerId)
        : geoJsonReading(read.value.file, now);
    if (next.isOtherGrid()) return fail('file-other-grid');
    content = next;
    return ok(withLetters(next.checked()));
  };

  return {
    check,
    swap: async () => withLetters(held().swap()),
    lookAlikes: async (points) => lookAlikesOf(held().spots(), points),
    choose: async (choice) => {
      chosen = held().choose(choice);
      photos = held().photos();
      return { things: chosen.length, photos: photos.length };
    },
    things: async (from, length) => chosen.slice(from, from + length),
    photos: async (from, length) => photos.slice(from, from + length).flatMap(toPhoto),
  };
}
