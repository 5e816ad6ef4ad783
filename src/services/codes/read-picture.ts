import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { openPicture } from '#platform/open-picture.ts';
import { wholeOf } from '#platform/picture-pixels.ts';
import type { CodeReader } from './code-reader.ts';

/** Longer sides at which a picture is looked at: a code may fill it or be small in it. */
const sides = [1000, 1600, 600];

/** The text of the code in a picture that was chosen; `no-code` where none can be read. */
export async function readPicture(
  file: Blob,
  reader: CodeReader,
): Promise<Result<string, Failure>> {
  const opened = await openPicture(file);
  if (!opened.ok) return opened;
  const bitmap = opened.value;
  try {
    for (const side of sides) {
      const pixels = wholeOf(bitmap, side);
      const read = pixels ? await reader.read(pixels) : fail('codes-not-read');
      if (!read.ok) return read;
      if (read.value !== undefined) return ok(read.value);
    }
    return fail('no-code');
  } finally {
    bitmap.close();
  }
}
