import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHub, type HubRequest } from '../../../hub/create-hub.ts';
import { screenAddresses } from '../../../src/base/screen-addresses.ts';

const page = '<!doctype html><title>Patchbook</title>';
const seen: HubRequest[] = [];
let folder: string;
let hub: ReturnType<typeof createHub>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbook-hub-'));
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not yours');
  writeFileSync(join(dist, 'index.html'), page);
  writeFileSync(join(dist, '.hidden'), 'not yours');
  writeFileSync(join(dist, 'sw.js'), 'worker');
  writeFileSync(join(dist, 'assets/app-1.js'), 'plain app');
  writeFileSync(join(dist, 'assets/app-1.js.gz'), new Uint8Array(gzipSync('small app')));
  writeFileSync(join(dist, 'assets/map-worker-1.mjs'), 'worker');
  mkdirSync(join(folder, 'data/packs'), { recursive: true });
  writeFileSync(join(folder, 'data/secret.pmtiles'), 'not yours');
  writeFileSync(join(folder, 'data/packs/index.json'), '[{"file":"pill.pmtiles"}]');
  writeFileSync(join(folder, 'data/packs/pill.pmtiles'), 'PMTiles and more');
  hub = createHub({
    dist,
    dataFolder: join(folder, 'data'),
    onRequest: (request) => seen.push(request),
  });
});

afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

describe('map packs', () => {
  test('are listed, and none where no folder is', async () => {
    expect((await hub.inject({ url: '/api/packs' })).json()).toEqual([{ file: 'pill.pmtiles' }]);
    const bare = createHub({ dist: join(folder, 'dist'), dataFolder: join(folder, 'nowhere') });
    expect((await bare.inject({ url: '/api/packs' })).json()).toEqual([]);
    await bare.close();
  });

  test('come in parts, with what tells one version from another', async () => {
    const whole = await hub.inject({ url: '/api/packs/pill.pmtiles' });
    expect(whole.statusCode).toBe(200);
    expect(whole.body).toBe('PMTiles and more');
    expect(whole.headers['etag']).toBeTruthy();
    const headers = { range: 'bytes=8-', 'if-range': String(whole.headers['etag']) };
    const rest = await hub.inject({ url: '/api/packs/pill.pmtiles', headers });
    expect(rest.statusCode).toBe(206);
    expect(rest.body).toBe('and more');
    expect(rest.headers['content-range']).toBe('bytes 8-15/16');
  });

  test.each([
    'nowhere.pmtiles',
    'index.json',
    '..%2Fsecret.pmtiles',
    '%2e%2e%2fsecret.pmtiles',
    '.hidden.pmtiles',
  ])('%s is none', async (file) => {
    const answer = await hub.inject({ url: `/api/packs/${file}` });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('not yours');
  });
});

describe('addresses', () => {
  test.each(screenAddresses.map((address) => address.replace(':id', '1f0c')))(
    '%s opens the app directly',
    async (url) => {
      const answer = await hub.inject({ url });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toBe(page);
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  test.each(['/nowhere', '/assets/nowhere.js', '/api/nowhere', '/asset', '/asset/a/b', '/lists'])(
    '%s is no screen',
    async (url) => {
      const answer = await hub.inject({ url });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain('<');
    },
  );

  test.each(['edit', 'history', 'connect', 'happens'])(
    '/asset/:id/%s opens the app directly',
    async (part) => {
      const answer = await hub.inject({ url: `/asset/1f0c/${part}` });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toBe(page);
    },
  );

  test('a person who mistyped gets the app, which has the way back', async () => {
    const headers = { 'sec-fetch-dest': 'document' };
    const answer = await hub.inject({ url: '/nowhere', headers });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toBe(page);
    expect((await hub.inject({ url: '/api/nowhere', headers })).body).not.toContain('<');
  });

  test('health says that the hub runs', async () => {
    expect((await hub.inject({ url: '/api/health' })).json()).toEqual({ ok: true });
  });

  test('every request is told, refused ones too', async () => {
    seen.length = 0;
    await hub.inject({ url: '/list?x=1' });
    await hub.inject({ url: '/nowhere', method: 'POST' });
    expect(seen).toEqual([
      { method: 'GET', url: '/list?x=1' },
      { method: 'POST', url: '/nowhere' },
    ]);
  });
});

describe('files', () => {
  test('a name with a hash is kept for ever, others are asked for again', async () => {
    const hashed = await hub.inject({ url: '/assets/app-1.js' });
    const named = await hub.inject({ url: '/sw.js' });
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(named.headers['cache-control']).toBe('no-cache');
  });

  test('the compressed copy is sent to who takes it, and has no address', async () => {
    const url = '/assets/app-1.js';
    const packed = await hub.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['content-type']).toContain('javascript');
    expect(packed.headers['cache-control']).toContain('immutable');
    expect((await hub.inject({ url })).body).toBe('plain app');
    expect((await hub.inject({ url: `${url}.gz` })).statusCode).toBe(404);
  });

  test('the worker of the map is JavaScript', async () => {
    const answer = await hub.inject({ url: '/assets/map-worker-1.mjs' });
    expect(answer.headers['content-type']).toContain('javascript');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%252e%252e/%252e%252e/secret.txt',
    '//etc/passwd',
    '/.hidden',
    '/assets/',
    '/%00',
    '/%',
  ])('%s gives nothing away', async (path) => {
    const { port } = await listening();
    const answer = await rawAnswer(port, path);
    expect(answer).toMatch(/^HTTP\/1\.1 40[034] /);
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answer).not.toContain('not yours');
    expect(answer).not.toContain(folder);
    expect(answer).not.toContain('root:');
  });
});

describe('methods', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const)(
    '%s on a screen is refused',
    async (method) => {
      const answer = await hub.inject({ url: '/list', method });
      expect(answer.statusCode).toBe(405);
      expect(answer.headers['allow']).toBe('GET, HEAD');
      expect(answer.body).not.toContain('<');
    },
  );

  test('HEAD is answered without a body', async () => {
    const answer = await hub.inject({ url: '/list', method: 'HEAD' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe('');
  });

  test('a giant body is refused before it is read', async () => {
    const payload = 'x'.repeat(200_000);
    const answer = await hub.inject({ url: '/list', method: 'POST', payload });
    expect([405, 413, 415]).toContain(answer.statusCode);
  });
});

test('every answer carries the policy', async () => {
  for (const url of ['/', '/sw.js', '/assets/app-1.js', '/nowhere', '/api/health']) {
    const { headers } = await hub.inject({ url });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; font-src 'self'; " +
        "img-src 'self' blob: data:; manifest-src 'self'; connect-src 'self' https: http://localhost:*; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
        "require-trusted-types-for 'script'; trusted-types default",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('geolocation=(self), camera=(self)');
    expect(headers['permissions-policy']).toContain('microphone=()');
  }
});

async function listening(): Promise<{ readonly port: number }> {
  if (!hub.server.listening) await hub.listen({ port: 0, host: '127.0.0.1' });
  const address = hub.server.address();
  if (typeof address !== 'object' || !address) throw new Error('the hub does not listen');
  return address;
}

/** A client that, unlike fetch, does not tidy the path before it asks. */
function rawAnswer(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return text(socket);
}
