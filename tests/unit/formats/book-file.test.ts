import { describe, expect, test } from 'vitest';
import type { Json } from '#base/json.ts';
import { type BookLine, bookLines, checkBook, writeBook } from '#formats/book-file.ts';

const head = {
  register: 'ab'.repeat(16),
  madeAt: '2026-11-26T20:00:00.000Z',
  founding: { v: 1 },
  keys: { salt: 'x' },
};

async function* someLines(count: number): AsyncGenerator<BookLine> {
  for (let n = 0; n < count; n += 1)
    yield { circle: n % 2 === 0 ? 'team' : 'members', doc: { _id: `${n}`, c: 'x'.repeat(n) } };
}

const gzipped = (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;
const firstLine = lineOf({ patchbook: 'book', v: 1, ...head });

async function verdictOn(file: Blob): Promise<unknown> {
  const book = await checkBook(file);
  return book.ok ? book.value.documents : book.error.kind;
}

test('a book comes back as it was written', async () => {
  const file = await writeBook(head, someLines(500));
  expect(await checkBook(file)).toEqual({ ok: true, value: { head, documents: 500 } });
  const lines: BookLine[] = [];
  for await (const line of bookLines(file)) lines.push(line);
  const written: BookLine[] = [];
  for await (const line of someLines(500)) written.push(line);
  expect(lines).toEqual(written);
});

test('an empty book is one, too', async () => {
  expect(await verdictOn(await writeBook(head, someLines(0)))).toBe(0);
});

test('cut off anywhere, it is no whole book', async () => {
  const file = await writeBook(head, someLines(40));
  const whole = file.size;
  for (let size = 0; size < whole; size += 7)
    expect(await verdictOn(file.slice(0, size)), `${size} of ${whole}`).toMatch(
      /book-(cut|broken)/,
    );
  const text = firstLine + lineOf({ circle: 'team', doc: {} });
  expect(await verdictOn(await gzipped(text))).toBe('book-cut');
});

describe('is told from other files:', () => {
  test.each<[string, string | Json, string]>([
    ['nothing', '', 'book-broken'],
    ['a page of the web', '<html>', 'book-broken'],
    ['a copy in JSON', { patchbook: 'copy', v: 1 }, 'book-broken'],
    ['a newer book', { patchbook: 'book', v: 2, anything: true }, 'book-newer'],
    [
      'a register with a strange name',
      { patchbook: 'book', v: 1, ...head, register: '../x' },
      'book-broken',
    ],
  ])('%s', async (_, first, kind) => {
    const text = typeof first === 'string' ? first : lineOf(first);
    expect(await verdictOn(await gzipped(text))).toBe(kind);
  });

  test('a picture, a text that is not packed', async () => {
    expect(await verdictOn(new Blob([new Uint8Array([137, 80, 78, 71])]))).toBe('book-broken');
    expect(await verdictOn(new Blob([firstLine]))).toBe('book-broken');
  });
});

test.each<[string, string]>([
  ['a line that is no JSON', 'nonsense\n'],
  ['a circle that is none', lineOf({ circle: 'case', doc: {} })],
  ['another count than it holds', lineOf({ documents: 3 })],
])('a book with %s is broken', async (_, more) => {
  expect(await verdictOn(await gzipped(firstLine + more))).toBe('book-broken');
});

test('few bytes that unpack to many are stopped', async () => {
  const bomb = await gzipped(firstLine + ' '.repeat(20_000_000));
  expect(bomb.size).toBeLessThan(50_000);
  expect(await verdictOn(bomb)).toBe('book-cut');
});
