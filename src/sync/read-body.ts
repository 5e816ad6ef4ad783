import { type Bytes, concatBytes, utf8Text } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Timers } from './timers.ts';

/** Milliseconds without a byte after which a line is taken for dead; the hub's beat is 25 s. */
export const longestSilence = 60_000;

type Chunk = ReadableStreamReadResult<Uint8Array>;
export type Chunks = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>;

const letGo = (chunks: Chunks): void => {
  chunks.cancel().catch(() => {});
};

/** The next piece; undefined where the line is cut or silent for too long. */
export async function nextChunk(chunks: Chunks, timers: Timers): Promise<Chunk | undefined> {
  let stop = () => {};
  const silence = new Promise<undefined>((resolve) => {
    stop = timers.after(longestSilence, () => resolve(undefined));
  });
  const read = chunks.read().catch(() => undefined);
  const chunk = await Promise.race([read, silence]);
  stop();
  if (!chunk) letGo(chunks);
  return chunk;
}

type BodyFailure = Failure<'no-answer' | 'not-a-hub'>;

/** A body of at most `most` bytes (unpacked); what is larger is not read to its end. */
export async function readBytes(
  response: Response,
  most: number,
  timers: Timers,
): Promise<Result<Bytes, BodyFailure>> {
  const chunks = response.body?.getReader();
  if (!chunks) return ok(new Uint8Array());
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = await nextChunk(chunks, timers);
    if (!chunk) return fail('no-answer');
    if (chunk.done) break;
    parts.push(chunk.value);
    size += chunk.value.length;
    if (size > most) {
      letGo(chunks);
      return fail('not-a-hub');
    }
  }
  return ok(concatBytes(parts));
}

/** The same as text. */
export async function readBody(
  response: Response,
  most: number,
  timers: Timers,
): Promise<Result<string, BodyFailure>> {
  const bytes = await readBytes(response, most, timers);
  if (!bytes.ok) return bytes;
  const text = utf8Text(bytes.value);
  return text === undefined ? fail('not-a-hub') : ok(text);
}
