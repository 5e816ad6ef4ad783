import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { type CopyFailure, isCopy, type ReadCopy, readCopy } from './copy.ts';
import { type GeoJsonFailure, type GeoJsonFile, readGeoJson } from './geojson.ts';
import { type JsonFailure, readJson } from './read-file-json.ts';
import { type OldLetters, readText } from './read-file-text.ts';

export type ReadFile = (
  | { readonly what: 'geojson'; readonly file: GeoJsonFile }
  | { readonly what: 'copy'; readonly copy: ReadCopy }
) & { readonly letters?: OldLetters };

export type FileFailure =
  | Failure<'file-too-big' | 'file-not-opened' | 'file-not-text' | 'file-too-slow'>
  | JsonFailure
  | GeoJsonFailure
  | CopyFailure;

export const fileBytesMost = 30_000_000;

/** Told by its size alone, before a byte is read. */
export function isTooBig(size: number): Failure<'file-too-big'> | undefined {
  if (size <= fileBytesMost) return undefined;
  return { kind: 'file-too-big', detail: { megabytes: Math.ceil(size / 1_000_000) } };
}

async function bytesOf(blob: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    // The file was moved, or lies in a cloud that does not answer.
    return undefined;
  }
}

/** What is in a file someone chose: map things or a copy of a book, or in plain words why neither. */
export async function readFile(blob: Blob): Promise<Result<ReadFile, FileFailure>> {
  const tooBig = isTooBig(blob.size);
  if (tooBig) return { ok: false, error: tooBig };
  const bytes = await bytesOf(blob);
  if (!bytes) return fail('file-not-opened');
  const text = readText(bytes);
  if (!text.ok) return text;
  const json = readJson(text.value.text);
  if (!json.ok) return json;
  const content = contentOf(json.value);
  if (!content.ok) return content;
  const { letters } = text.value;
  return ok({ ...content.value, ...(letters ? { letters } : {}) });
}

function contentOf(json: unknown): Result<ReadFile, GeoJsonFailure | CopyFailure> {
  if (isCopy(json)) {
    const copy = readCopy(json);
    return copy.ok ? ok({ what: 'copy', copy: copy.value }) : copy;
  }
  const file = readGeoJson(json);
  return file.ok ? ok({ what: 'geojson', file: file.value }) : file;
}
