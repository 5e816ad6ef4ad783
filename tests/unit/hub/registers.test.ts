import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toBase64 } from '#base/bytes.ts';
import { signWithDevice } from '#seal/device-signature.ts';
import { hostingBytes } from '#seal/hosting.ts';
import {
  arriving,
  envelope,
  madeUpHash,
  noise,
  withHistory,
} from '../../support/arriving-documents.ts';
import {
  addAccount,
  asking,
  foundNow,
  hostingWish,
  hostRegister,
  hubFolders,
  madeUpAccount,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
const origins = ['https://book.example.org'];
const limits = { registers: 100, foundings: 100, wrongTokens: 1_000 };
let hub: RunningHub;

beforeAll(async () => {
  hub = await startHub(folders, { origins, limits });
});

afterAll(async () => {
  await hub.stop();
  folders.forget();
});

const host = (wish: unknown) => asking(hub.origin)('POST', '/api/registers', wish);

describe('hosting a register', () => {
  test('once or again, it is the same', async () => {
    const founded = await foundNow();
    const wish = await hostingWish(founded, madeUpAccount());
    const first = await host(wish);
    expect(first).toMatchObject({ status: 200, body: { register: founded.id } });
    expect(await host(wish)).toMatchObject({ status: 200, body: first.body });
  });

  test('is for its founder alone, and for one account', async () => {
    const founded = await foundNow();
    const wish = await hostingWish(founded, madeUpAccount());
    expect((await host({ ...wish, account: madeUpAccount().id })).status).toBe(403);
    expect((await host({ ...wish, tokenHash: madeUpAccount().tokenHash })).status).toBe(403);
    const other = await foundNow();
    expect((await host({ ...wish, founding: other.record })).status).toBe(403);
    const { signature } = await hostingWish(other, madeUpAccount());
    expect((await host({ ...wish, signature })).status).toBe(403);
    expect((await host(wish)).status).toBe(200);
    expect(await host(await hostingWish(founded, madeUpAccount()))).toMatchObject({
      status: 409,
      body: { error: 'taken' },
    });
  });

  test('under an account id that is somebody’s is refused', async () => {
    const { founder } = await hostRegister(hub.origin);
    expect((await host(await hostingWish(await foundNow(), founder))).status).toBe(409);
  });

  test.each<[string, (wish: Record<string, unknown>) => unknown]>([
    ['nothing', () => null],
    ['one more key', (wish) => ({ ...wish, name: 'Hill' })],
    ['a founding record that is none', (wish) => ({ ...wish, founding: { v: 1 } })],
    ['a founding record in lists', (wish) => ({ ...wish, founding: [[wish['founding']]] })],
    ['an account that is no id', (wish) => ({ ...wish, account: '../../x' })],
    ['a hash that is none', (wish) => ({ ...wish, tokenHash: 'x' })],
    ['a signature that is none', (wish) => ({ ...wish, signature: [] })],
  ])('with %s is refused', async (_, change) => {
    const wish = await hostingWish(await foundNow(), madeUpAccount());
    expect((await host(change({ ...wish }))).status).toBe(400);
  });

  test('signed for something else is refused', async () => {
    const founded = await foundNow();
    const account = madeUpAccount();
    const wish = await hostingWish(founded, account);
    const at = '2027-01-01T00:00:00.000Z';
    const bytes = hostingBytes({ register: founded.id, account: account.id, ...account, at });
    const signature = toBase64(await signWithDevice(founded.device.privateKey, bytes));
    expect((await host({ ...wish, signature })).status).toBe(403);
    expect((await host({ ...wish, signature, at })).status).toBe(200);
  });
});

describe('accounts', () => {
  test('are listed with what they may and when they came, and nothing else', async () => {
    const register = await hostRegister(hub.origin);
    const member = await addAccount(register, ['members']);
    const path = `/api/registers/${register.id}/accounts`;
    const { body } = await register.ask('GET', path);
    const today = new Date().toISOString().slice(0, 10);
    expect(body).toEqual({
      accounts: [
        {
          id: register.founder.id,
          circles: ['members', 'team'],
          mayInvite: true,
          seen: today,
          days: 0,
        },
        { id: member.id, circles: ['members'], mayInvite: false, seen: null, days: 0 },
      ],
    });
    expect((await asking(hub.origin, member)('GET', path)).status).toBe(403);
  });

  test('one that ended is nobody at once', async () => {
    const register = await hostRegister(hub.origin);
    const member = await addAccount(register, ['members']);
    const ask = asking(hub.origin, member);
    const circle = `/db/${register.id}-members/`;
    expect((await ask('GET', circle)).status).toBe(200);
    const path = `/api/registers/${register.id}/accounts/${member.id}`;
    expect((await register.ask('DELETE', path)).status).toBe(200);
    expect((await ask('GET', circle)).status).toBe(401);
    expect((await register.ask('DELETE', path)).status).toBe(404);
  });

  test('one can leave by itself, but ends no other and makes none', async () => {
    const register = await hostRegister(hub.origin);
    const [mine, other] = [await addAccount(register, ['members']), await addAccount(register, [])];
    const ask = asking(hub.origin, mine);
    const path = `/api/registers/${register.id}/accounts/`;
    expect((await ask('DELETE', path + other.id)).status).toBe(403);
    const { id, tokenHash } = madeUpAccount();
    const body = { tokenHash, circles: [], mayInvite: true };
    expect((await ask('PUT', path + id, body)).status).toBe(403);
    expect((await ask('PUT', path + mine.id, { ...body, tokenHash: mine.tokenHash })).status).toBe(
      403,
    );
    expect((await ask('DELETE', path + mine.id)).status).toBe(200);
    expect((await ask('DELETE', path + mine.id)).status).toBe(401);
  });

  test('the last that may invite stays', async () => {
    const register = await hostRegister(hub.origin);
    const path = `/api/registers/${register.id}/accounts/${register.founder.id}`;
    expect(await register.ask('DELETE', path)).toMatchObject({
      status: 409,
      body: { error: 'last-inviter' },
    });
    const { tokenHash } = register.founder;
    const less = { tokenHash, circles: ['members'], mayInvite: false };
    expect((await register.ask('PUT', path, less)).status).toBe(409);
    await addAccount(register, ['members', 'team'], true);
    expect((await register.ask('DELETE', path)).status).toBe(200);
  });

  test('nobody hands out a circle that is not theirs', async () => {
    const register = await hostRegister(hub.origin);
    const inviter = await addAccount(register, ['members'], true);
    const { id, tokenHash } = madeUpAccount();
    const path = `/api/registers/${register.id}/accounts/${id}`;
    const ask = asking(hub.origin, inviter);
    const wish = (circles: string[]) => ask('PUT', path, { tokenHash, circles, mayInvite: false });
    expect((await wish(['members', 'team'])).status).toBe(403);
    expect((await wish(['members'])).status).toBe(200);
    expect((await wish(['case'])).status).toBe(400);
  });

  test('outlive a stop of the hub, day and all', async () => {
    const register = await hostRegister(hub.origin);
    const member = await addAccount(register, ['members']);
    await asking(hub.origin, member)('GET', `/db/${register.id}-members/`);
    await hub.stop();
    hub = await startHub(folders, { origins, limits });
    const path = `/api/registers/${register.id}/accounts`;
    const { body } = await asking(hub.origin, register.founder)('GET', path);
    expect(JSON.stringify(body)).toContain(member.id);
    expect(JSON.stringify(body)).not.toContain('null');
  });
});

describe('heads', () => {
  test('tell all circles of the account in at most 1 KB, and move with them', async () => {
    const register = await hostRegister(hub.origin);
    const path = `/api/registers/${register.id}/heads`;
    const before = await register.ask('POST', path);
    expect(JSON.stringify(before.body).length).toBeLessThan(1_000);
    expect(before.body).toEqual({
      circles: {
        members: { seq: 0, root: expect.stringMatching(/^[0-9a-f]{64}$/) },
        team: { seq: 0, root: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
      generation: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const batch = { docs: [arriving('one')], new_edits: false };
    await register.ask('POST', `/db/${register.id}-team/_bulk_docs`, batch);
    const after = await register.ask('POST', path);
    expect(after.body).toMatchObject({ circles: { team: { seq: 1 } } });
    const roots = [before, after].map(({ body }) => (body as Heads).circles.team.root);
    expect(roots[0]).not.toBe(roots[1]);
    const member = await addAccount(register, ['members']);
    const { body } = await asking(hub.origin, member)('POST', path);
    expect(Object.keys((body as Heads).circles)).toEqual(['members']);
  });

  test('buckets are 256 times 32 bytes, for circles one is in', async () => {
    const register = await hostRegister(hub.origin);
    const path = `/api/registers/${register.id}/buckets`;
    const { body } = await register.ask('POST', path, { circle: 'team' });
    expect(body).toEqual({ seq: 0, buckets: toBase64(new Uint8Array(8_192)) });
    const member = await addAccount(register, ['members']);
    const asked = asking(hub.origin, member)('POST', path, { circle: 'team' });
    expect((await asked).status).toBe(403);
    expect((await register.ask('POST', path, { circle: 'case' })).status).toBe(400);
  });
});

interface Heads {
  readonly circles: Readonly<Record<string, { readonly root: string }>> & {
    readonly team: { readonly root: string };
  };
}

describe('who may ask', () => {
  const headersFor = async (origin: string, method = 'GET') => {
    const { headers, status } = await fetch(`${hub.origin}/db/`, { method, headers: { origin } });
    return { status, allowed: headers.get('access-control-allow-origin'), headers };
  };

  test('its own pages, and those of places that are allowed', async () => {
    expect(await headersFor(hub.origin)).toMatchObject({ status: 401, allowed: null });
    const allowed = await headersFor('https://book.example.org');
    expect(allowed).toMatchObject({ status: 401, allowed: 'https://book.example.org' });
    expect(allowed.headers.get('access-control-allow-credentials')).toBe('true');
    expect(allowed.headers.get('vary')).toContain('origin');
  });

  test.each(['https://evil.example', 'null', 'https://book.example.org.evil.example', 'x'])(
    'not those of %s',
    async (origin) => {
      expect(await headersFor(origin)).toMatchObject({ status: 403, allowed: null });
      expect(await headersFor(origin, 'OPTIONS')).toMatchObject({ status: 403, allowed: null });
    },
  );

  test('what a browser asks beforehand is answered', async () => {
    const { status, headers } = await headersFor('https://book.example.org', 'OPTIONS');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-headers')).toContain('authorization');
  });

  test('no answer is kept by anybody', async () => {
    for (const path of [
      '/api/health',
      '/db/',
      '/db/x/',
      '/api/registers/x/heads',
      '/api/nowhere',
      '/db?x=1',
      '/%64b/',
    ]) {
      const { headers } = await fetch(hub.origin + path);
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('limits', () => {
  const withLimits = async (limits: object, work: (origin: string) => Promise<void>) => {
    const own = hubFolders();
    const other = await startHub(own, { limits });
    try {
      await work(other.origin);
    } finally {
      await other.stop();
      own.forget();
    }
  };

  test('a full hub takes no more registers, and keeps those it has', () =>
    withLimits({ registers: 1 }, async (origin) => {
      const { founded, founder } = await hostRegister(origin);
      await expect(hostRegister(origin)).rejects.toThrow('409');
      const again = await hostingWish(founded, founder);
      expect((await asking(origin)('POST', '/api/registers', again)).status).toBe(200);
    }));

  test('an address that founds too much waits', () =>
    withLimits({ foundings: 2 }, async (origin) => {
      await hostRegister(origin);
      await hostRegister(origin);
      await expect(hostRegister(origin)).rejects.toThrow('429');
    }));

  test('an account that asks too much waits, and others do not', () =>
    withLimits({ perAccount: 5 }, async (origin) => {
      const register = await hostRegister(origin);
      const member = await addAccount(register, ['members']);
      const path = `/db/${register.id}-members/`;
      const answers = [];
      for (let at = 0; at < 6; at += 1) answers.push(await register.ask('GET', path));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429]);
      expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await asking(origin, member)('GET', path)).status).toBe(200);
    }));

  test('who guesses tokens waits, and those beside them who know theirs do not', () =>
    withLimits({ wrongTokens: 3 }, async (origin) => {
      const register = await hostRegister(origin);
      const guess = () => asking(origin, madeUpAccount())('GET', '/db/');
      const guesses = [await guess(), await guess(), await guess(), await guess()];
      expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 429]);
      expect((await register.ask('GET', '/db/')).status).toBe(200);
    }));

  test('a full circle takes removals alone, and says so', () =>
    withLimits({ circleSize: 2_000_000 }, async (origin) => {
      const register = await hostRegister(origin);
      const path = `/db/${register.id}-team/_bulk_docs`;
      const write = (docs: readonly unknown[]) =>
        register.ask('POST', path, { docs, new_edits: false });
      const docs = Array.from({ length: 12 }, (_, at) => arriving(at, envelope(noise(180_000))));
      expect((await write(docs)).status).toBe(201);
      const more = await write([arriving('more')]);
      expect(more).toMatchObject({ status: 507, body: { error: 'full' } });
      const tombstones = docs.map(({ _id, _revisions: { ids } }, at) => ({
        _id,
        ...withHistory(2, [madeUpHash(`gone ${at}`), ...ids]),
        _deleted: true,
      }));
      expect(await write(tombstones)).toMatchObject({ status: 201, body: [] });
    }));

  test('behind a proxy each phone is an address of its own', () =>
    withLimits({ perAddress: 2 }, async (origin) => {
      const ask = (from: string) =>
        fetch(`${origin}/db/`, { headers: { 'x-forwarded-for': from } }).then(
          ({ status }) => status,
        );
      const first = [await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1')];
      expect(first).toEqual([401, 401, 429]);
      expect(await ask('192.0.2.2')).toBe(401);
    }));

  test('an address that asks too much waits', () =>
    withLimits({ perAddress: 3 }, async (origin) => {
      const ask = () => fetch(`${origin}/db/`).then(({ status }) => status);
      expect([await ask(), await ask(), await ask(), await ask()]).toEqual([401, 401, 401, 429]);
    }));
});

test('two hubs never work with one folder', async () => {
  await expect(startHub(folders)).rejects.toThrow('Another hub works with');
});
