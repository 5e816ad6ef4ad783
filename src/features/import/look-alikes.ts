import type { TypeWords } from '#domain/taxonomy/guess-type.ts';
import type { FoundThing } from '#formats/geojson-things.ts';
import type { TwinLine } from '#search/twin-line.ts';
import { type Twin, twinFinder, twinsWithin } from '#search/twins.ts';
import type { LookAlike } from './checked-file.ts';
import { foundLine, type HeldRow, heldLine } from './twin-lines.ts';

type Ways = Readonly<Record<string, readonly string[]>>;

const lookAlike = (line: TwinLine, { like, why, metres }: Twin, isInFile: boolean): LookAlike => ({
  id: line.id,
  name: line.name,
  like: like.name,
  why,
  isInFile,
  ...(metres === undefined ? {} : { metres }),
});

/** What of a file looks like something that stands in the book, or stands in the file before it. */
export function lookAlikesOf(
  things: readonly FoundThing[],
  held: readonly TwinLine[],
): readonly LookAlike[] {
  // What happens has no place of its own to be found twice at.
  const lines = things.filter(({ type }) => type !== 'activity').map(foundLine);
  const standing = new Set(held.map(({ id }) => id));
  const inBook = twinFinder(held);
  const inFile = twinsWithin(lines);
  // What stands is itself, and looks like itself.
  const fresh = lines.filter(({ id }) => !standing.has(id));
  return fresh.flatMap((line): LookAlike[] => {
    const alike = inBook.find(line);
    if (alike) return [lookAlike(line, alike, false)];
    const earlier = inFile.get(line.id);
    return earlier ? [lookAlike(line, earlier, true)] : [];
  });
}

/** The rows of the book as the reader keeps them, page by page. */
export function heldLines() {
  let rows: readonly TwinLine[] = [];
  return {
    /** A page of rows; the first lets go of what was there. */
    add: (page: readonly HeldRow[], isFirst: boolean, typeWords: TypeWords) => {
      const lines = page.map((row) => heldLine(row, typeWords));
      rows = isFirst ? lines : [...rows, ...lines];
    },
    /**
     * Whose phones and web addresses should be asked for: of the kind of something in the file that
     * has such, near it.
     */
    worthAsking: (things: readonly FoundThing[]): readonly string[] => {
      const finder = twinFinder(rows);
      const standing = new Set(rows.map(({ id }) => id));
      const fresh = things.filter(({ id }) => !standing.has(id));
      const lines = fresh.map(foundLine).filter(({ ways }) => ways.length > 0);
      return [...new Set(lines.flatMap(finder.ofItsKindNear))];
    },
    withWays: (ways: Ways): readonly TwinLine[] =>
      rows.map((line) => ({ ...line, ways: ways[line.id] ?? [] })),
  };
}
