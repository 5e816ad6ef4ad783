import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientHeader, clientVersion } from '#base/client-version.ts';
import { lowestClient } from '../../../hub/limits.ts';
import { arriving } from '../../support/arriving-documents.ts';
import {
  asking,
  foundNow,
  type HostedRegister,
  hostingWish,
  hostRegister,
  hubFolders,
  madeUpAccount,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
const origins = ['https://book.example.org'];
let hub: RunningHub;
let register: HostedRegister;

/** Founded while the hub still served everybody; now it serves apps of version 3 and later. */
beforeAll(async () => {
  const before = await startHub(folders);
  register = await hostRegister(before.origin);
  await before.stop();
  hub = await startHub(folders, { origins, lowestClient: 3 });
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

/** As the founder's phone with an app of this version; undefined for one that tells none. */
async function askAs(version: string | undefined, method: string, path: string, body?: unknown) {
  const answer = await fetch(hub.origin + path, {
    method,
    headers: {
      authorization: register.founder.bearer,
      origin: origins[0] ?? '',
      ...(version !== undefined && { [clientHeader]: version }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as unknown };
}
const batch = { docs: [arriving('one')], new_edits: false };
const documents = async (): Promise<unknown> =>
  (await askAs('3', 'GET', `/db/${register.id}-team/`)).body;

describe('an app that is too old', () => {
  test.each(['2', '1', '0', undefined])(
    'version %s is told so, and nothing of it is kept',
    async (version) => {
      const before = await documents();
      const put = await askAs(version, 'POST', `/db/${register.id}-team/_bulk_docs`, batch);
      expect(put).toMatchObject({ status: 426, body: { error: 'update-app', atLeast: 3 } });
      expect(await documents()).toEqual(before);
    },
  );

  test('is turned away from everything that shares, and may read why from a page elsewhere', async () => {
    const wish = await hostingWish(await foundNow(), madeUpAccount());
    const asked: readonly [string, string, unknown?][] = [
      ['POST', '/api/registers', wish],
      ['POST', `/api/registers/${register.id}/heads`],
      ['GET', `/api/registers/${register.id}/moved`],
      ['GET', `/api/registers/${register.id}/ring`],
      ['PUT', '/api/invites/0000000000000000', {}],
      ['GET', '/db/'],
      ['GET', `/db/${register.id}-team/_changes`],
    ];
    for (const [method, path, body] of asked) {
      const { status, headers } = await askAs('2', method, path, body);
      expect([path, status]).toEqual([path, 426]);
      expect(headers.get('access-control-allow-origin')).toBe(origins[0]);
    }
    const other = await askAs('3', 'POST', '/api/registers', wish);
    expect(other.status).toBe(200);
  });

  test('still gets what brings the new one', async () => {
    expect((await fetch(`${hub.origin}/`)).status).toBe(200);
    expect((await asking(hub.origin)('GET', '/api/health')).status).toBe(200);
    expect((await asking(hub.origin)('GET', '/api/packs')).status).toBe(200);
  });
});

describe('an app that is new enough', () => {
  test.each(['3', '4', '999999999'])('version %s shares', async (version) => {
    const { status } = await askAs(version, 'POST', `/db/${register.id}-team/_bulk_docs`, batch);
    expect(status).toBe(201);
  });

  test.each(['-1', '3.5', 'x', '1e3', '3, 4', ''])('version "%s" is none', async (version) => {
    expect((await askAs(version, 'GET', '/db/')).status).toBe(400);
  });

  test('may send the header from a page elsewhere', async () => {
    const { status, headers } = await fetch(`${hub.origin}/db/`, {
      method: 'OPTIONS',
      headers: { origin: origins[0] ?? '' },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-headers')).toContain(clientHeader);
  });
});

test('a hub serves the app it brings, and unless it is told otherwise those that tell no version', async () => {
  expect(lowestClient).toBeLessThanOrEqual(clientVersion);
  const own = hubFolders();
  const other = await startHub(own);
  expect((await hostRegister(other.origin)).id).toMatch(/^[0-9a-f]{32}$/);
  await other.stop();
  own.forget();
});
