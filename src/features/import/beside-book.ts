import type { ThingRow } from '#domain/record/thing-row.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import type { Book, Compared, Parting } from '#services/book.ts';
import { chunksOf, type OnProgress } from '#services/bring-in-parts.ts';
import type { HeldThing } from '#services/use-beside-file.ts';
import type { CheckedFile, LookAlike } from './checked-file.ts';
import type { FileLine } from './file-line.ts';
import type { HeldRow } from './twin-lines.ts';

type Held = ReadonlyMap<string, HeldThing>;

/** A file set beside what earlier ones brought. */
export interface Beside {
  readonly partings: readonly Parting[];
  readonly same: number;
  readonly takenOut: Compared['takenOut'];
  /** What earlier imports of these things brought and this file no longer has. */
  readonly gone: readonly { readonly id: string; readonly name: string }[];
}

export const nothingBeside: Beside = { partings: [], same: 0, takenOut: [], gone: [] };

const idsIn = ({ groups }: CheckedFile): readonly string[] => groups.flatMap(({ ids }) => ids);

const pageLength = 50;

/** Page by page, so that no answer holds up the screen. */
async function comparedWith(
  book: Book,
  line: FileLine,
  asked: readonly { readonly id: string; readonly type?: RecordType | undefined }[],
  onProgress: OnProgress,
): Promise<Omit<Beside, 'gone'>> {
  const pages: Compared[] = [];
  for (const page of chunksOf(asked, pageLength)) {
    onProgress(pages.length * pageLength, asked.length);
    pages.push(await book.compare(await line.toCompare(page), []));
  }
  return {
    partings: pages.flatMap(({ partings }) => partings),
    same: pages.reduce((sum, { same }) => sum + same, 0),
    takenOut: pages.flatMap(({ takenOut }) => takenOut),
  };
}

function isInBounds({ lon, lat }: ThingRow, { bounds }: CheckedFile): boolean {
  if (!bounds || lon === undefined || lat === undefined) return bounds === undefined;
  const [west, south, east, north] = bounds;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

interface FromBook {
  readonly book: Book;
  readonly batchRows: (batchIds: readonly string[]) => Promise<readonly ThingRow[]>;
  readonly onProgress: OnProgress;
}

/** What has changed since things of this file last came in; for a copy nothing is asked. */
export async function setBeside(
  { book, batchRows, onProgress }: FromBook,
  line: FileLine,
  file: CheckedFile,
  held: Held,
): Promise<Beside> {
  const ids = idsIn(file);
  const asked = ids.map((id) => ({ ...held.get(id), id }));
  const compared = await comparedWith(book, line, asked, onProgress);
  const inFile = new Set(ids);
  const batches = new Set(ids.flatMap((id) => held.get(id)?.batchId ?? []));
  const rows = await batchRows([...batches]);
  const gone = rows
    .filter((row) => !inFile.has(row.id) && isInBounds(row, file))
    .map(({ id, name }) => ({ id, name }));
  return { ...compared, gone };
}

const slim = ({ id, name, assetType, lon, lat, where, words }: ThingRow): HeldRow => ({
  id,
  name,
  words,
  ...(assetType ? { assetType } : {}),
  ...(lon === undefined || lat === undefined ? {} : { lon, lat }),
  ...(where ? { where } : {}),
});

type EachRow = (onPage: (rows: readonly ThingRow[]) => Promise<void>) => Promise<void>;

/** Looks among all that stands for what the file's things may be. */
export async function findLookAlikes(
  book: Book,
  line: FileLine,
  eachRow: EachRow,
): Promise<readonly LookAlike[]> {
  const types = new Map<string, RecordType>();
  let isFirst = true;
  await eachRow(async (rows) => {
    for (const { id, type } of rows) types.set(id, type);
    await line.beside(rows.map(slim), isFirst);
    isFirst = false;
  });
  if (isFirst) await line.beside([], true);
  const refs = (await line.worthAsking()).flatMap((id): Ref[] => {
    const type = types.get(id);
    return type ? [{ id, type }] : [];
  });
  const ways: Record<string, readonly string[]> = {};
  for (const page of chunksOf(refs, pageLength))
    Object.assign(ways, (await book.compare([], page)).ways);
  return line.lookAlikes(ways);
}
