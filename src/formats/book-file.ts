import * as v from 'valibot';
import { isBase64 } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { circles } from '#domain/sharing/level.ts';
import { linesOf } from './lines-of.ts';

/** Packed; far above what a neighbourhood writes, below what a phone can hold. */
export const bookBytesMost = 200_000_000;
const unpackedBytesMost = 600_000_000;
/** Of one line: the largest envelope is 256 KiB, its history a few more. */
const lineBytesMost = 512_000;
/** Of all rings together, in base64: they stand in one line. */
export const ringLettersMost = 300_000;
const documentsMost = 500_000;

const headSchema = v.strictObject({
  patchbook: v.literal('book'),
  v: v.literal(1),
  register: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  founding: v.unknown(),
  keys: v.optional(v.unknown()),
  rings: v.optional(v.array(v.pipe(v.string(), v.maxLength(ringLettersMost), v.check(isBase64)))),
});
const lineSchema = v.strictObject({ circle: v.picklist(circles), doc: v.unknown() });
const endSchema = v.strictObject({ documents: v.pipe(v.number(), v.safeInteger()) });

/** What stands in clear in a book: a random id, a date, and what only a passphrase opens. */
export interface BookHead {
  /** 32 hex digits. */
  readonly register: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The signed founding record, whose hash is the register's id. */
  readonly founding: Json;
  /** The circles' keys, sealed by a passphrase; none: only who holds them already opens it. */
  readonly keys?: Json | undefined;
  /** The same sealed for each recovery sheet, as `trust/recovery-ring` does it; base64. */
  readonly rings?: readonly string[] | undefined;
}

export type BookLine = Readonly<v.InferOutput<typeof lineSchema>>;

/** `book-newer`: by a newer Patchbook. `book-broken`: no book. `book-cut`: its end is missing. */
export type BookFailure = Failure<'book-newer' | 'book-broken' | 'book-cut'>;

type Lines = AsyncGenerator<BookLine>;

async function* writtenLines(head: BookHead, lines: Lines): AsyncGenerator<string> {
  yield `${JSON.stringify({ patchbook: 'book', v: 1, ...head })}\n`;
  let documents = 0;
  for await (const line of lines) {
    documents += 1;
    yield `${JSON.stringify(line)}\n`;
  }
  yield `${JSON.stringify({ documents })}\n`;
}

const streamOf = (texts: AsyncGenerator<string>): ReadableStream<string> =>
  new ReadableStream({
    pull: async (controller) => {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });

/**
 * A register as one file: a line of JSON for the head, one for each leaf of each document as the
 * circles hold it, sealed, and one that says how many there were; gzip (RFC 1952) over all.
 */
export const writeBook = (head: BookHead, lines: Lines): Promise<Blob> =>
  new Response(
    streamOf(writtenLines(head, lines))
      .pipeThrough(new TextEncoderStream())
      .pipeThrough(new CompressionStream('gzip')),
  ).blob();

function parsedLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isNewer = (head: unknown): boolean =>
  typeof head === 'object' &&
  head !== null &&
  'patchbook' in head &&
  'v' in head &&
  Number(head.v) > 1;

function readHead(text: string): Result<BookHead, BookFailure> {
  const head = parsedLine(text);
  const parsed = v.safeParse(headSchema, head);
  if (!parsed.success) return fail(isNewer(head) ? 'book-newer' : 'book-broken');
  const { register, madeAt, founding, keys, rings } = parsed.output;
  const locks = { ...(keys !== undefined && { keys: keys as Json }), ...(rings && { rings }) };
  return ok({ register, madeAt, founding: founding as Json, ...locks });
}

const linesIn = (file: Blob) =>
  linesOf(file.stream().pipeThrough(new DecompressionStream('gzip')), {
    bytesMost: unpackedBytesMost,
    lineBytesMost,
  });

export interface CheckedBook {
  readonly head: BookHead;
  readonly documents: number;
}

/** What the next line of a book is, after so many documents. */
function lineIs(text: string, documents: number): 'document' | 'end' | 'broken' {
  const line = parsedLine(text);
  const end = v.safeParse(endSchema, line);
  if (end.success) return end.output.documents === documents ? 'end' : 'broken';
  return v.is(lineSchema, line) && documents < documentsMost ? 'document' : 'broken';
}

async function checkLines(
  head: BookHead,
  lines: AsyncGenerator<string>,
): Promise<Result<CheckedBook, BookFailure>> {
  let documents = 0;
  let isWhole = false;
  // To the last byte: gzip's own check sum stands behind the last line.
  for await (const text of lines) {
    const is = isWhole ? 'broken' : lineIs(text, documents);
    if (is === 'broken') return fail('book-broken');
    if (is === 'end') isWhole = true;
    else documents += 1;
  }
  return isWhole ? ok({ head, documents }) : fail('book-cut');
}

async function firstLine(lines: AsyncGenerator<string>): Promise<string> {
  const first = await lines.next();
  return first.done ? '' : first.value;
}

/** A stream that is no gzip, is cut off in the middle of it or holds too much only throws. */
async function orFail<T>(
  work: () => Promise<Result<T, BookFailure>>,
  kind: BookFailure['kind'],
): Promise<Result<T, BookFailure>> {
  try {
    return await work();
  } catch {
    return fail(kind);
  }
}

/** Reads a book once from end to end, so that one that is cut off or no book changes nothing. */
export async function checkBook(file: Blob): Promise<Result<CheckedBook, BookFailure>> {
  const lines = linesIn(file);
  const head = await orFail(async () => readHead(await firstLine(lines)), 'book-broken');
  return head.ok ? orFail(() => checkLines(head.value, lines), 'book-cut') : head;
}

/** The leaves of a book that was checked, as they stand in it. */
export async function* bookLines(file: Blob): Lines {
  for await (const text of linesIn(file)) {
    const line = parsedLine(text);
    if (v.is(lineSchema, line)) yield line;
  }
}
