import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { outbound } from '#platform/outbound.ts';
import { madeUpFiles } from '#services/made-up-files.ts';

export interface FetchedFiles {
  /** A copy of a book, as JSON. */
  readonly records: Blob;
  /** Its map pack. */
  readonly pack: Blob;
}

interface Wishes {
  readonly signal: AbortSignal;
  /** Hears how many bytes more have come. */
  readonly onBytes: (more: number) => void;
}

/** Several times what the two files are: what is larger is something else. */
const bytesMax = 2_000_000;

async function read(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  { signal, onBytes }: Wishes,
): Promise<Result<Blob, Failure>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  let bytes = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
      bytes += next.value.byteLength;
      if (bytes > bytesMax) return fail('not-there');
      onBytes(next.value.byteLength);
    }
  } catch {
    return fail(signal.aborted ? 'stopped' : 'no-answer');
  }
  return ok(new Blob(parts));
}

/** The page's own host alone is asked: the list of others is empty. */
async function fetchOne(address: string, wishes: Wishes): Promise<Result<Blob, Failure>> {
  const { signal } = wishes;
  const answer = await outbound(address, { signal }, { allowedHosts: [] });
  if (!answer.ok) return signal.aborted ? fail('stopped') : answer;
  const { body, ok: isThere } = answer.value;
  return isThere && body ? read(body, wishes) : fail('not-there');
}

export async function fetchFiles(wishes: Wishes): Promise<Result<FetchedFiles, Failure>> {
  const records = await fetchOne(madeUpFiles.records.address, wishes);
  if (!records.ok) return records;
  const pack = await fetchOne(madeUpFiles.pack.address, wishes);
  return pack.ok ? ok({ records: records.value, pack: pack.value }) : pack;
}
