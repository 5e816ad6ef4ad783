import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriving } from '../../support/arriving-documents.ts';
import { runs } from '../../support/runs.ts';
import { rootFrom } from './support/receipts.ts';
import {
  type HostedRegister,
  hostRegister,
  hubFolders,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
let hub: RunningHub;
let register: HostedRegister;

beforeAll(async () => {
  const many = 1_000_000;
  const limits = { perAddress: many, perAccount: many, foundings: many, wrongTokens: many };
  hub = await startHub(folders, { limits });
  register = await hostRegister(hub.origin);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

/** JSON of any kind, the more often with names that mean something here. */
const names = fc.constantFrom(
  'docs',
  'new_edits',
  '_id',
  '_rev',
  '_revisions',
  'start',
  'ids',
  'c',
  'e',
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, false, true, 0, -1, 1e21, '', '1-a', '_design/a', arriving('any')),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(names, fc.string()), tie('value'), { maxKeys: 4 }),
  ),
}));
const batch = fc.record({
  docs: fc.array(anything, { maxLength: 4 }),
  new_edits: fc.constant(false),
});

const routes = [
  ['POST', '/_bulk_docs'],
  ['POST', '/_revs_diff'],
  ['POST', '/_bulk_get?revs=true&latest=true'],
  ['PUT', '/_local/any'],
] as const;

describe('any JSON at all', () => {
  test.each(routes)('%s %s: is taken or refused, and never fails', (method, path) =>
    fc.assert(
      fc.asyncProperty(fc.oneof(anything, batch), async (body) => {
        const answer = await register.ask(method, `/db/${register.id}-team${path}`, body);
        expect(answer.status).toBeLessThan(500);
      }),
      runs(150),
    ),
  );

  test.each([
    ['POST', '/api/registers'],
    ['PUT', '/api/registers/ID/accounts/00000000000000000000000000000000'],
    ['PATCH', '/api/registers/ID/accounts/00000000000000000000000000000000'],
    ['DELETE', '/api/registers/ID/accounts/00000000000000000000000000000000'],
    ['POST', '/api/registers/ID/buckets'],
    ['POST', '/api/registers/ID/photos/held'],
    ['PUT', '/api/registers/ID/photos/00000000000000000000000000000000'],
    ['PUT', '/api/registers/ID/ring'],
    ['POST', '/api/registers/ID/recover'],
    ['PUT', '/api/invites/0000000000000000'],
    ['POST', '/api/invites/0000000000000000/messages'],
  ])('%s %s: the same', (method, path) =>
    fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const answer = await register.ask(method, path.replace('ID', register.id), body);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
      }),
      runs(60),
    ),
  );

  test('after all that the store is sound', async () => {
    const changes = await register.ask('GET', `/db/${register.id}-team/_changes?style=all_docs`);
    const { results } = changes.body as { results: Parameters<typeof rootFrom>[0] };
    const heads = await register.ask('POST', `/api/registers/${register.id}/heads`);
    expect(heads.body).toMatchObject({ circles: { team: { root: await rootFrom(results) } } });
  });
});
