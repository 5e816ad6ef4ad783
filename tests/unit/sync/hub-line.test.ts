import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { clientHeader, clientVersion } from '#base/client-version.ts';
import { fail, ok } from '#base/result.ts';
import { hubLine, type Send } from '#sync/hub-line.ts';
import { longestSilence } from '#sync/read-body.ts';
import { systemTimers } from '#sync/timers.ts';
import { handTimers } from './support/hand-timers.ts';

const origin = 'https://hub.example.org';
const json = { 'content-type': 'application/json; charset=utf-8' };
const schema = v.object({ a: v.number() });

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function lineThat(answer: (sent: Sent) => Response | undefined, timers = systemTimers) {
  const sent: Sent[] = [];
  const send: Send = async (url, init) => {
    sent.push({ url, init });
    const told = answer({ url, init });
    return told ? ok(told) : fail('offline');
  };
  return { line: hubLine({ origin, bearer: 'me.secret', send, timers }), sent };
}
const saying = (body: string, init: ResponseInit = { headers: json }) =>
  lineThat(() => new Response(body, init)).line.ask('/api/x', { schema });
const over = (kind: string) => ({ ok: false, error: { kind } });

describe('an answer', () => {
  test('that is what was asked for is used', async () => {
    expect(await saying('{"a":1,"b":2}')).toEqual({ ok: true, value: { a: 1 } });
  });

  test.each([
    ['another shape', '{"a":"1"}', 'not-a-hub'],
    ['a list', '[]', 'not-a-hub'],
    ['cut off', '{"a":', 'no-answer'],
    ['empty', '', 'no-answer'],
    ['too large', `{"a":1,"b":"${'x'.repeat(70_000)}"}`, 'not-a-hub'],
  ])('of %s is not', async (_, body, kind) => {
    expect(await saying(body)).toEqual(over(kind));
  });

  test('that is not text is not', async () => {
    const { line } = lineThat(() => new Response(new Uint8Array([0xff, 0xfe]), { headers: json }));
    expect(await line.ask('/api/x', { schema })).toEqual(over('not-a-hub'));
  });

  test('that falls silent is given up', async () => {
    const hand = handTimers();
    const silent = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(new Uint8Array([123])),
    });
    const { line } = lineThat(() => new Response(silent, { headers: json }), hand.timers);
    const told = line.ask('/api/x', { schema });
    let isOver = false;
    const watching = told.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      hand.advance(longestSilence);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await watching).toEqual(over('no-answer'));
  });

  const html = { 'content-type': 'text/html' };
  test.each<[string, number, Record<string, string>, string, string]>([
    ['a page', 200, html, '<p>', 'wants-sign-in'],
    ['JSON that says it is a page', 200, html, '{"a":1}', 'wants-sign-in'],
    ['a way elsewhere', 302, { location: 'https://x.example.org' }, '', 'wants-sign-in'],
    ['a proxy’s wish', 407, html, '', 'wants-sign-in'],
    ['network sign-in', 511, html, '<p>', 'wants-sign-in'],
    ['401 of a page', 401, html, '<p>', 'wants-sign-in'],
    ['401 of the hub', 401, json, '{"error":"unauthorized"}', 'not-allowed'],
    ['403 of the hub', 403, json, '{"error":"not-allowed"}', 'not-allowed'],
    ['404 of the hub', 404, json, '{"error":"not-found"}', 'unknown-register'],
    ['404 of a page', 404, html, '<p>', 'not-a-hub'],
    ['405 of a page', 405, html, '<p>', 'not-a-hub'],
    ['410 of the hub', 410, json, '{"error":"closed"}', 'closed'],
    ['410 of a page', 410, html, '<p>', 'not-a-hub'],
    ['426', 426, json, '{"error":"too-old"}', 'update-app'],
    ['500', 500, html, '<p>', 'hub-trouble'],
    ['502 of a page', 502, html, '<p>', 'hub-trouble'],
    ['507', 507, json, '{"error":"full"}', 'hub-full'],
    ['400 of the hub', 400, json, '{"error":"bad-request"}', 'hub-trouble'],
  ])('with %s: what a person does next', async (...row) => {
    const [, status, headers, body, kind] = row;
    expect(await saying(body, { status, headers })).toEqual(over(kind));
  });

  test.each([
    ['75', 75],
    ['0', 1],
    ['99999999', 3_600],
    ['soon', 60],
  ])('429 with %s: how long to wait', async (told, seconds) => {
    const headers = { ...json, 'retry-after': told };
    const answer = await saying('{"error":"slow-down"}', { status: 429, headers });
    expect(answer).toEqual({ ok: false, error: { kind: 'slow-down', detail: { seconds } } });
  });

  test('a word that whoever asks knows comes through as it is', async () => {
    const { line } = lineThat(() => Response.json({ error: 'taken' }, { status: 409 }));
    const asked = { schema, words: ['taken'] as const };
    expect(await line.ask('/api/x', asked)).toEqual(over('taken'));
    expect(await line.ask('/api/x', { schema })).toEqual(over('hub-trouble'));
  });

  test('no network is no trouble of the hub', async () => {
    expect(await lineThat(() => undefined).line.ask('/api/x', { schema })).toEqual(over('offline'));
  });
});

describe('sealed bytes', () => {
  const bytes = { 'content-type': 'application/octet-stream' };
  const fetched = (body: BodyInit, init: ResponseInit = { headers: bytes }) =>
    lineThat(() => new Response(body, init)).line.fetchBytes('/api/x', {
      ...{ most: 4, words: ['unknown'] as const },
    });

  test('come as they are, none of them text, and no more than was asked for', async () => {
    const value = new Uint8Array([0xff, 0xfe, 0, 1]);
    expect(await fetched(value)).toEqual({ ok: true, value });
    expect(await fetched(new Uint8Array(5))).toEqual(over('not-a-hub'));
  });

  const html = { 'content-type': 'text/html' };
  test.each<[string, number, Record<string, string>, string, string]>([
    ['a page', 200, html, '<p>', 'wants-sign-in'],
    ['JSON', 200, json, '{}', 'wants-sign-in'],
    ['a way elsewhere', 302, { location: 'https://x.example.org' }, '', 'wants-sign-in'],
    ['a word that is known', 404, json, '{"error":"unknown"}', 'unknown'],
    ['another word', 410, json, '{"error":"closed"}', 'closed'],
    ['trouble', 500, html, '<p>', 'hub-trouble'],
  ])('are not what came as %s', async (...row) => {
    const [, status, headers, body, kind] = row;
    expect(await fetched(body, { status, headers })).toEqual(over(kind));
  });

  test('go up as they are, with what is said of them', async () => {
    const { line, sent } = lineThat(() => Response.json({ a: 1 }));
    const up = new Uint8Array(5_000);
    const headers = { 'content-digest': 'x' };
    await line.ask('/api/x', { method: 'PUT', bytes: up, headers, schema });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.init).toMatchObject({ method: 'PUT', headers: { ...bytes, ...headers } });
    expect(sent[0]?.init.body).toBe(up);
  });
});

describe('what is sent', () => {
  test('goes to the hub alone, follows nothing, and is kept by nobody', async () => {
    const { line, sent } = lineThat(() => Response.json({ a: 1 }));
    await line.ask('/api/x', { method: 'POST', body: {}, schema });
    expect(sent).toMatchObject([
      {
        url: `${origin}/api/x`,
        init: {
          redirect: 'manual',
          cache: 'no-store',
          headers: { authorization: 'Bearer me.secret', [clientHeader]: String(clientVersion) },
        },
      },
    ]);
    for (const path of ['//elsewhere.example.org/x', 'https://elsewhere.example.org/'])
      await expect(line.ask(path, { schema })).rejects.toThrow('not an address of the hub');
    expect(sent).toHaveLength(1);
  });

  test('is packed once the hub has said that it takes it so', async () => {
    const { line, sent } = lineThat(({ url }) =>
      Response.json(url.endsWith('/db/') ? { accepts: ['gzip'] } : { a: 1 }),
    );
    const body = { text: 'a'.repeat(5_000) };
    for (let turn = 0; turn < 2; turn += 1)
      await line.ask('/api/x', { method: 'POST', body, schema });
    expect(sent.map(({ url }) => url.slice(origin.length))).toEqual(['/db/', '/api/x', '/api/x']);
    const packed = sent[1]?.init.body;
    if (!(packed instanceof Uint8Array)) throw new Error('not packed');
    expect(packed.length).toBeLessThan(200);
    expect(JSON.parse(gunzipSync(packed).toString())).toEqual(body);
  });

  test('is plain for a hub that does not say so', async () => {
    const { line, sent } = lineThat(() => Response.json({ a: 1 }));
    await line.ask('/api/x', { method: 'POST', body: { text: 'a'.repeat(5_000) }, schema });
    expect(typeof sent.at(-1)?.init.body).toBe('string');
  });
});
