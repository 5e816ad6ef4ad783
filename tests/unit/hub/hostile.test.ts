import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concatBytes, utf8 } from '#base/bytes.ts';
import {
  arriving,
  badDocuments,
  envelope,
  madeUpHash,
  madeUpId,
  noise,
  withHistory,
} from '../../support/arriving-documents.ts';
import {
  type Ask,
  addAccount,
  asking,
  type HostedRegister,
  hostRegister,
  hubFolders,
  madeUpAccount,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
let hub: RunningHub;
let register: HostedRegister;
let circle: string;
let ask: Ask;

beforeAll(async () => {
  hub = await startHub(folders, { limits: { wrongTokens: 10_000 } });
  register = await hostRegister(hub.origin);
  circle = `/db/${register.id}-members`;
  ask = register.ask;
});

afterAll(async () => {
  await hub.stop();
  folders.forget();
});

const count = async (): Promise<unknown> => {
  const { body } = await ask('GET', `${circle}/`);
  return (body as { doc_count: number }).doc_count;
};
const write = (docs: readonly unknown[]) =>
  ask('POST', `${circle}/_bulk_docs`, { docs, new_edits: false });

/** A body as it is, with headers as they are. */
const send = (
  path: string,
  body: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string> = {},
) =>
  fetch(hub.origin + path, {
    method: 'POST',
    headers: {
      authorization: register.founder.bearer,
      'content-type': 'application/json',
      ...headers,
    },
    body,
  });

/** Those two never get so far: the one is no JSON anybody writes, the other no body Fastify reads. */
const sendable = badDocuments.filter(([name]) => !/^(lists in lists|an own __proto__)$/.test(name));

describe('documents', () => {
  test.each(sendable)(
    '%s stays out, and the good one beside it comes in',
    async (name, bad, fault) => {
      const before = Number(await count());
      const { status, body } = await write([bad, arriving(`beside ${name}`)]);
      expect(status).toBe(201);
      // Over the wire a field that is undefined is one that is not there.
      expect(body).toMatchObject([{ error: 'forbidden', reason: fault }]);
      expect(await count()).toBe(before + 1);
    },
  );

  test('501 in one batch are too many', async () => {
    const docs = Array.from({ length: 501 }, (_, at) => arriving(`many ${at}`));
    expect((await write(docs)).status).toBe(400);
    expect((await write(docs.slice(1))).status).toBe(201);
  });

  test.each<[string, unknown]>([
    ['without new_edits', { docs: [arriving('edit')] }],
    ['that lets the hub make revisions', { docs: [arriving('edit')], new_edits: true }],
    ['with one more key', { docs: [], new_edits: false, all_or_nothing: true }],
    ['whose documents are none', { docs: 'x', new_edits: false }],
    ['that is a list', [arriving('edit')]],
    ['that is null', null],
  ])('a batch %s is refused', async (_, body) => {
    expect((await ask('POST', `${circle}/_bulk_docs`, body)).status).toBe(400);
  });

  test('one made to grow leaf upon leaf is stopped, can still be merged, and holds nobody up', async () => {
    const leaf = (at: number) => {
      const ids = Array.from({ length: 100 }, (_, of) => madeUpHash(`leaf ${at} ${of}`));
      return { ...arriving('hydra'), ...withHistory(90_000 + at, ids) };
    };
    const { body } = await write(Array.from({ length: 500 }, (_, at) => leaf(at)));
    expect(body).toHaveLength(460);
    expect(body).toMatchObject(Array(460).fill({ reason: 'too-many-leaves' }));
    const started = performance.now();
    expect((await write([leaf(0), arriving('after the hydra')])).body).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_000);
    const parent = leaf(7);
    const grown = [madeUpHash('grown'), ...parent._revisions.ids.slice(0, 99)];
    const merged = { ...parent, ...withHistory(parent._revisions.start + 1, grown) };
    expect((await write([merged])).body).toEqual([]);
  });

  test('a leaf, a part of its own history and its tombstone in one batch end the hub no more', async () => {
    const [a = '', b = '', c = ''] = ['a', 'b', 'c'].map(madeUpHash);
    const id = { _id: madeUpId('phantom') };
    const batch = [
      { ...id, ...withHistory(3, [c, b, a]), ...envelope() },
      { ...id, ...withHistory(2, [b, a]), ...envelope('AAAB') },
      { ...id, ...withHistory(3, [a, b, c]), ...envelope('AAAC') },
      { ...id, ...withHistory(4, [a, c, b]), _deleted: true },
      { ...id, ...withHistory(2, [c, a]), _deleted: true },
      { ...id, ...withHistory(1, [a]), ...envelope('AAAD') },
    ];
    expect((await write(batch)).body).toEqual([]);
    expect((await write(batch.toReversed())).body).toEqual([]);
    expect((await ask('GET', `${circle}/_changes?style=all_docs`)).status).toBe(200);
    const open = await ask('GET', `${circle}/${id._id}?open_revs=all&revs=true`);
    expect(open.status).toBe(200);
  });
});

describe('bodies', () => {
  const batchPath = (): string => `${circle}/_bulk_docs`;

  test('a million lists in each other', async () => {
    const nested = `{"docs":[${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}],"new_edits":false}`;
    const answer = await send(batchPath(), nested);
    expect([201, 400]).toContain(answer.status);
    expect(await answer.text()).not.toContain('stack');
    expect((await ask('GET', `${circle}/`)).status).toBe(200);
  });

  test.each([
    ['no JSON', '{"docs":[', 400],
    ['nothing', '', 400],
    ['a key of Object', '{"__proto__":{"x":1},"docs":[],"new_edits":false}', 400],
    ['a constructor', '{"constructor":{"prototype":{"x":1}},"docs":[],"new_edits":false}', 400],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0xfd), 400],
  ])('%s', async (_, body, status) => {
    expect((await send(batchPath(), body)).status).toBe(status);
    expect(Object.prototype).not.toHaveProperty('x');
  });

  test('more than 8 MiB, told beforehand or not', async () => {
    const doc = { ...arriving('large'), c: 'A'.repeat(256 * 1024) };
    const body = JSON.stringify({ docs: Array(40).fill(doc), new_edits: false });
    expect((await send(batchPath(), body)).status).toBe(413);
    expect(await sendInPieces(batchPath(), body)).toBe(413);
  });

  test('more than a small one where a small one is due', async () => {
    const body = JSON.stringify({ docs: [], pad: 'x'.repeat(70_000) });
    expect((await send(`${circle}/_bulk_get`, body)).status).toBe(413);
  });

  test('in a type that is no JSON', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(batchPath(), 'docs=1', headers)).status).toBe(415);
  });

  test('gzipped ones are taken', async () => {
    const body = JSON.stringify({ docs: [arriving('packed')], new_edits: false });
    const answer = await send(batchPath(), new Uint8Array(gzipSync(body)), {
      'content-encoding': 'gzip',
    });
    expect(answer.status).toBe(201);
    expect((await ask('GET', `${circle}/${madeUpId('packed')}`)).status).toBe(200);
  });

  test('answers are gzipped for whoever takes it', async () => {
    await write(Array.from({ length: 20 }, (_, at) => arriving(`answer ${at}`)));
    const asked = async (coding: string) => {
      const headers = { authorization: register.founder.bearer, 'accept-encoding': coding };
      const answer = await fetch(`${hub.origin}${circle}/_changes`, { headers });
      return { coding: answer.headers.get('content-encoding'), body: await answer.text() };
    };
    const [packed, plain] = [await asked('br, gzip'), await asked('identity')];
    expect([packed.coding, plain.coding]).toEqual(['gzip', null]);
    expect(packed.body).toBe(plain.body);
  });

  test('one that blows up is stopped where it is too large', async () => {
    // One after the other they are one gzip, of five gigabytes.
    const part = new Uint8Array(gzipSync(new Uint8Array(10_000_000)));
    const bomb = concatBytes(Array(500).fill(part));
    expect(bomb.length).toBeLessThan(8 * 1024 * 1024);
    const started = process.cpuUsage();
    const answer = await send(batchPath(), bomb, { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(413);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });

  test.each([
    [
      'half of a gzip',
      new Uint8Array(gzipSync('{"docs":[],"new_edits":false}')).slice(0, 20),
      'gzip',
      400,
    ],
    ['no gzip', utf8('{"docs":[],"new_edits":false}'), 'gzip', 400],
    ['brotli', utf8('x'), 'br', 415],
    ['gzip twice', utf8('x'), 'gzip, gzip', 415],
  ])('%s is refused', async (_, body, coding, status) => {
    expect((await send(batchPath(), body, { 'content-encoding': coding })).status).toBe(status);
  });

  test('one that never ends is cut off', async () => {
    const own = hubFolders();
    const impatient = await startHub(own, { limits: { requestTime: 500 } });
    const { id, founder } = await hostRegister(impatient.origin);
    const socket = connect(Number(new URL(impatient.origin).port), '127.0.0.1');
    const head = [
      `POST /db/${id}-team/_bulk_docs HTTP/1.1`,
      'Host: x',
      `Authorization: ${founder.bearer}`,
      'Content-Type: application/json',
      'Content-Length: 1000',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n{"docs`);
    expect(await text(socket)).toMatch(/^(HTTP\/1\.1 408 |$)/);
    await impatient.stop();
    own.forget();
  });
});

describe('tokens', () => {
  test.each([
    ['none', undefined],
    ['nonsense', 'Bearer x'],
    ['a password', 'Basic YTpi'],
    ['an account nobody knows', madeUpAccount().bearer],
  ])('%s opens nothing', async (_, bearer) => {
    for (const path of [
      `${circle}/`,
      '/db/',
      `${circle}/_changes`,
      `/api/registers/${register.id}/moved`,
    ]) {
      const answer = await fetch(hub.origin + path, {
        headers: bearer ? { authorization: bearer } : {},
      });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ error: 'unauthorized' });
    }
  });

  test('another token of a known account opens nothing, whatever the body', async () => {
    const { id } = register.founder;
    const forged = {
      ...madeUpAccount(),
      bearer: madeUpAccount().bearer.replace(/[0-9a-f]{32}/, id),
    };
    const answer = await asking(hub.origin, forged)('POST', `${circle}/_bulk_docs`, { docs: [] });
    expect(answer.status).toBe(401);
  });

  test('another register, or a circle one is not in, is closed on every route', async () => {
    const stranger = await hostRegister(hub.origin);
    const member = await addAccount(register, ['members']);
    const team = circle.replace('members', 'team');
    const routes: [string, string, unknown?][] = [
      ['GET', '/'],
      ['GET', '/_local/abc'],
      ['PUT', '/_local/abc', {}],
      ['POST', '/_revs_diff', {}],
      ['POST', '/_bulk_docs', { docs: [], new_edits: false }],
      ['GET', '/_changes'],
      ['POST', '/_bulk_get', { docs: [] }],
      ['GET', `/${madeUpId(1)}`],
    ];
    for (const [method, path, body] of routes) {
      expect((await stranger.ask(method, circle + path, body)).status).toBe(403);
      expect((await asking(hub.origin, member)(method, team + path, body)).status).toBe(403);
    }
  });

  test.each([
    'x',
    `${'0'.repeat(32)}-public`,
    `${'0'.repeat(32)}-members%2f..`,
    '_users',
    '..%2f..%2fetc',
  ])('%s is no circle', async (name) => {
    expect([400, 403, 404]).toContain((await ask('GET', `/db/${name}/`)).status);
  });
});

describe('what is asked', () => {
  const rev = `1-${madeUpHash('nowhere')}`;

  test('revisions that are not there are told as missing, the newest of them too', async () => {
    const known = arriving('known');
    await write([known]);
    for (const query of ['?revs=true', '?latest=true', '?revs=true&latest=true']) {
      const docs = [
        { id: known._id, rev },
        { id: madeUpId('nowhere'), rev },
      ];
      const { body } = await ask('POST', `${circle}/_bulk_get${query}`, { docs });
      expect(body).toMatchObject({
        results: docs.map(({ id }) => ({ id, docs: [{ error: { id, rev, error: 'not_found' } }] })),
      });
      expect((await ask('GET', `${circle}/${known._id}?rev=${rev}&latest=true`)).status).toBe(404);
    }
  });

  test.each([
    ['GET', '/_changes?feed=longpoll'],
    ['GET', '/_changes?feed=continuous'],
    ['GET', '/_changes?since=now'],
    ['GET', '/_changes?since=-1'],
    ['GET', '/_changes?limit=10001'],
    ['GET', '/_changes?limit=1e9'],
    ['GET', '/_changes?style=__proto__'],
    ['POST', '/_bulk_get?revs=maybe', { docs: [] }],
    ['POST', '/_bulk_get', { docs: [{ id: '_design/x' }] }],
    ['POST', '/_bulk_get', { docs: [{ id: madeUpId(1), rev: '9007199254740991-x' }] }],
    ['POST', '/_bulk_get', { docs: Array(501).fill({ id: madeUpId(1) }) }],
    ['POST', '/_revs_diff', { [madeUpId(1)]: 'x' }],
    ['POST', '/_revs_diff', [1]],
    ['GET', `/${madeUpId(1)}?open_revs=[1]`],
    ['GET', `/${madeUpId(1)}?open_revs={`],
    ['GET', `/${madeUpId(1)}?rev=garbage`],
  ])('%s %s is refused', async (method, path, body = undefined) => {
    expect((await ask(method, circle + path, body)).status).toBe(400);
  });

  test.each([
    ['GET', '/_design/x'],
    ['PUT', '/_design/x'],
    ['GET', '/_all_docs'],
    ['POST', '/_compact'],
    ['POST', '/_purge'],
    ['GET', '/_security'],
    ['PUT', '/'],
    ['DELETE', '/'],
    ['PUT', `/${madeUpId(1)}`],
    ['DELETE', `/${madeUpId(1)}`],
    ['GET', `/${madeUpId(1)}/attachment`],
  ])('%s %s has no answer', async (method, path) => {
    const answer = await ask(method, circle + path, method === 'GET' ? undefined : {});
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('an answer that would be too large is refused with a word for it', async () => {
    const docs = Array.from({ length: 110 }, (_, at) =>
      arriving(`huge ${at}`, envelope(noise(190_000))),
    );
    for (let at = 0; at < 110; at += 22)
      expect((await write(docs.slice(at, at + 22))).body).toEqual([]);
    const wanted = docs.map(({ _id, _rev }) => ({ id: _id, rev: _rev }));
    const all = await ask('POST', `${circle}/_bulk_get`, { docs: wanted });
    expect(all).toMatchObject({ status: 413, body: { error: 'too-much' } });
    const half = await ask('POST', `${circle}/_bulk_get`, { docs: wanted.slice(0, 55) });
    expect(half.status).toBe(200);
  });
});

/** Without a length beforehand. */
function sendInPieces(path: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: register.founder.bearer, 'content-type': 'application/json' };
    const asked = httpRequest(hub.origin + path, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    for (let at = 0; at < body.length; at += 100_000) asked.write(body.slice(at, at + 100_000));
    asked.end();
  });
}
