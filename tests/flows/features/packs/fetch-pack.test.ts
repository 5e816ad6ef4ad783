import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type FetchedPart,
  fetchedBefore,
  fetchRest,
  nothingFetched,
  sizeAt,
} from '#features/packs/fetch-pack.ts';
import { arriving } from '#services/use-arriving.ts';

const address = '/api/packs/far.pmtiles';
const bytes = (letter: string, count = 1000) => new TextEncoder().encode(letter.repeat(count));

interface Told {
  content: Uint8Array<ArrayBuffer>;
  etag?: string;
  /** Knows no ranges. */
  plain?: boolean;
  /** Says less, as across origins. */
  silent?: boolean;
  /** Breaks off after so many bytes. */
  breaksAfter?: number;
  /** Sends from here whatever is asked. */
  from?: number;
}

/** All at once, or so much of it and then no more. */
const flowing = (part: Uint8Array<ArrayBuffer>, breaksAfter: number | undefined) =>
  new ReadableStream({
    start(stream) {
      stream.enqueue(part.slice(0, breaksAfter));
      if (breaksAfter === undefined) stream.close();
    },
    pull(stream) {
      stream.error(new TypeError('network error'));
    },
  });

function answerTo(range: string, { content, etag, breaksAfter, ...file }: Told): Response {
  const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(range) ?? [];
  const start = file.plain ? 0 : (file.from ?? Number(from));
  if (start >= content.length) return new Response('', { status: 416 });
  const part = content.slice(start, to && !file.plain ? Number(to) + 1 : undefined);
  const headers = new Headers({ 'content-length': String(part.length) });
  if (etag) headers.set('etag', etag);
  const tellsRange = !file.plain && !file.silent;
  const last = start + part.length - 1;
  if (tellsRange) headers.set('content-range', `bytes ${start}-${last}/${content.length}`);
  return new Response(flowing(part, breaksAfter), { status: file.plain ? 200 : 206, headers });
}

/** Answers as a server with this file would; what it is asked is kept. */
function serve(file: Told): string[] {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const range = new Headers(init?.headers).get('range') ?? '';
    asked.push(range);
    return answerTo(range, file);
  });
  return asked;
}

const wishes = () => ({
  signal: new AbortController().signal,
  arriving,
  now: Date.now,
  onProgress: () => undefined,
});
const textOf = async (part: FetchedPart) => {
  const fetched = await fetchRest(part, wishes());
  return fetched.ok ? await fetched.value.text() : fetched.error.kind;
};
/** A later tab: it knows only what was put aside. */
const later = () => fetchedBefore(address, arriving);

afterEach(async () => {
  vi.restoreAllMocks();
  await arriving.forget(address);
});

describe('a file of which some has come', () => {
  const old = { content: bytes('a'), etag: '"one"' };

  const broken = async (file: Told): Promise<void> => {
    serve({ ...file, breaksAfter: 400 });
    expect(await textOf(nothingFetched(address))).toBe('no-answer');
    vi.restoreAllMocks();
  };

  test('goes on in a later tab from where it was', async () => {
    await broken(old);
    const asked = serve(old);
    const part = await later();
    expect(part).toMatchObject({ received: 400, total: 1000 });
    expect(await textOf(part)).toBe('a'.repeat(1000));
    expect(asked).toEqual(['bytes=400-']);
  });

  test('whole but not yet kept it is not asked for again', async () => {
    serve(old);
    await textOf(nothingFetched(address));
    vi.restoreAllMocks();
    const asked = serve(old);
    expect(await textOf(await later())).toBe('a'.repeat(1000));
    expect(asked).toEqual([]);
  });

  test.each([
    ['another version of it is there', { content: bytes('b'), etag: '"two"' }],
    ['another version is there and shorter', { content: bytes('b', 300), etag: '"two"' }],
    ['it is longer now', { content: bytes('b', 1200), etag: '"one"' }],
    ['the server knows no ranges', { content: bytes('b'), etag: '"one"', plain: true }],
    [
      'the server sends from the start whatever is asked',
      { content: bytes('b'), etag: '"one"', from: 0 },
    ],
    ['nobody says which version it is', { content: bytes('b') }],
  ])('begins again where %s', async (_, now) => {
    await broken(old);
    serve(now);
    expect(await textOf(await later())).toBe('b'.repeat(now.content.length));
  });

  test('of which nobody says the version begins again in a later tab', async () => {
    await broken({ content: bytes('a') });
    expect(await later()).toEqual(nothingFetched(address));
  });

  test('goes on where another host tells lengths alone', async () => {
    await broken({ ...old, silent: true });
    const asked = serve({ ...old, silent: true });
    expect(await textOf(await later())).toBe('a'.repeat(1000));
    expect(asked).toEqual(['bytes=400-']);
  });

  test('thrown away it is gone', async () => {
    await broken(old);
    await arriving.forget(address);
    expect((await later()).received).toBe(0);
  });

  test('what two tabs put aside at once is never mixed up', async () => {
    await broken(old);
    const file = { address, received: 700, total: 1000, version: '"one"', at: 1 };
    await arriving.keep(file, new Blob(['x'.repeat(100)]));
    expect((await later()).received).toBe(0);
  });
});

test('the size is the whole file’s, or nobody’s', async () => {
  serve({ content: bytes('a') });
  expect(await sizeAt(address)).toEqual({ ok: true, value: 1000 });
  vi.restoreAllMocks();
  serve({ content: bytes('a'), silent: true });
  expect(await sizeAt(address)).toEqual({ ok: true, value: undefined });
});
