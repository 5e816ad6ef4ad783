import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { type CopyFailure, isCopy, type ReadCopy, readCopy } from './copy.ts';
import { readTable, type Table, type TableFailure } from './csv-text.ts';
import { type FileNamed, isNoText, isTable, tooBigFor } from './file-kind.ts';
import { type GeoJsonFailure, type GeoJsonFile, readGeoJson } from './geojson.ts';
import { type JsonFailure, readJson } from './read-file-json.ts';
import { type OldLetters, readText } from './read-file-text.ts';

export type ReadFile = (
  | { readonly what: 'geojson'; readonly file: GeoJsonFile }
  | { readonly what: 'copy'; readonly copy: ReadCopy }
  | { readonly what: 'table'; readonly table: Table }
) & { readonly letters?: OldLetters };

export type FileFailure =
  | Failure<'file-too-big' | 'table-too-big' | 'file-spreadsheet'>
  | Failure<'file-not-opened' | 'file-not-text' | 'file-too-slow'>
  | JsonFailure
  | GeoJsonFailure
  | CopyFailure
  | TableFailure;

async function bytesOf(blob: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    // The file was moved, or lies in a cloud that does not answer.
    return undefined;
  }
}

/** A table, unless what is called one begins as JSON or a web page does. */
const isTableText = (file: FileNamed, text: string): boolean =>
  isTable(file) && !/^\s*(?:[[{<]|$)/.test(text);

function contentOf(file: FileNamed, text: string): Result<ReadFile, FileFailure> {
  if (isTableText(file, text)) {
    const table = readTable(text);
    return table.ok ? ok({ what: 'table', table: table.value }) : table;
  }
  const json = readJson(text);
  return json.ok ? jsonContent(json.value) : json;
}

/**
 * What is in a file someone chose: map things, a copy of a book, or rows of a spreadsheet; or in
 * plain words why none of these.
 */
export async function readFile(blob: Blob): Promise<Result<ReadFile, FileFailure>> {
  const refused = tooBigFor(blob) ?? isNoText(blob);
  if (refused) return { ok: false, error: refused };
  const bytes = await bytesOf(blob);
  if (!bytes) return fail('file-not-opened');
  const text = readText(bytes);
  if (!text.ok) return text;
  const content = contentOf(blob, text.value.text);
  if (!content.ok) return content;
  const { letters } = text.value;
  return ok({ ...content.value, ...(letters ? { letters } : {}) });
}

function jsonContent(json: unknown): Result<ReadFile, GeoJsonFailure | CopyFailure> {
  if (isCopy(json)) {
    const copy = readCopy(json);
    return copy.ok ? ok({ what: 'copy', copy: copy.value }) : copy;
  }
  const file = readGeoJson(json);
  return file.ok ? ok({ what: 'geojson', file: file.value }) : file;
}
