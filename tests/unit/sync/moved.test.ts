import { describe, expect, test } from 'vitest';
import { fail, ok } from '#base/result.ts';
import { hubLine } from '#sync/hub-line.ts';
import { listenForMoves } from '#sync/moved.ts';
import { systemTimers } from '#sync/timers.ts';

const ndjson = { 'content-type': 'application/x-ndjson' };

/** What is heard of these pieces, and how it ends. */
async function hear(pieces: readonly string[], response?: Response) {
  const text = new ReadableStream<Uint8Array>({
    start: (stream) => {
      for (const piece of pieces) stream.enqueue(new TextEncoder().encode(piece));
      stream.close();
    },
  });
  const heard: string[] = [];
  const line = hubLine({
    origin: 'https://hub.example.org',
    send: async () => ok(response ?? new Response(text, { headers: ndjson })),
    timers: systemTimers,
  });
  const end = await listenForMoves({
    ...{ line, register: 'r', timers: systemTimers, signal: new AbortController().signal },
    onOpen: () => heard.push('open'),
    onMove: (circle) => heard.push(circle),
  });
  return { heard, end };
}

describe('a line that tells what moves', () => {
  test('is heard line by line, however it comes in pieces', async () => {
    const pieces = ['\n', '{"circle":"mem', 'bers","seq":4}\n\n{"circle":"team","seq":5}\n', '\n'];
    expect(await hear(pieces)).toEqual({ heard: ['open', 'members', 'team'], end: ok(null) });
  });

  test.each([
    ['something else', ['\n', 'hello\n']],
    ['a circle there is none of', ['\n', '{"circle":"public","seq":1}\n']],
    ['a line without an end', ['\n', 'x'.repeat(2_000)]],
    ['a very long line', ['\n', `${'{'.repeat(2_000)}\n`]],
  ])('that says %s is no hub’s', async (_, pieces) => {
    expect(await hear(pieces)).toEqual({ heard: ['open'], end: fail('not-a-hub') });
  });

  test('is not there where something stands between', async () => {
    const page = new Response('<p>', { headers: { 'content-type': 'text/html' } });
    expect(await hear([], page)).toEqual({ heard: [], end: fail('wants-sign-in') });
    const closed = Response.json({ error: 'closed' }, { status: 410 });
    expect(await hear([], closed)).toEqual({ heard: [], end: fail('closed') });
  });
});
