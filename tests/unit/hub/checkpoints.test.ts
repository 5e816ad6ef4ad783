import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Ask,
  addAccount,
  asking,
  type HostedRegister,
  hostRegister,
  hubFolders,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
let hub: RunningHub;
let register: HostedRegister;
let circle: string;
let ask: Ask;

beforeAll(async () => {
  hub = await startHub(folders);
  register = await hostRegister(hub.origin);
  circle = `/db/${register.id}-members`;
  ask = register.ask;
});

afterAll(async () => {
  await hub.stop();
  folders.forget();
});

describe('_local', () => {
  const point = { session_id: 'x', last_seq: 5, history: [], replicator: 'pouchdb', version: 1 };

  test.each<[string, unknown]>([
    ['with a field more', { ...point, smuggled: 'x' }],
    [
      'with a long history',
      { ...point, history: Array(11).fill({ last_seq: 1, session_id: 'x' }) },
    ],
    ['with a long word', { ...point, session_id: 'x'.repeat(65) }],
    ['with another revision', { ...point, _rev: '7-abc' }],
    ['that is a list', [point]],
  ])('a checkpoint %s is refused', async (_, body) => {
    expect((await ask('PUT', `${circle}/_local/abc`, body)).status).toBe(400);
  });

  test('is written over only by who knew it, and by no other account', async () => {
    const path = `${circle}/_local/mine.~_==`;
    expect((await ask('PUT', path, point)).body).toMatchObject({ ok: true, rev: '0-1' });
    expect((await ask('PUT', path, point)).status).toBe(409);
    expect((await ask('PUT', path, { ...point, _rev: '0-1' })).body).toMatchObject({ rev: '0-2' });
    expect((await ask('GET', path)).body).toMatchObject({ ...point, _rev: '0-2' });
    const other = asking(hub.origin, await addAccount(register, ['members']));
    expect((await other('GET', path)).status).toBe(404);
  });

  test('however many are made up, eight are kept', async () => {
    for (let at = 0; at < 20; at += 1) await ask('PUT', `${circle}/_local/made-up-${at}`, point);
    const there = await Promise.all(
      Array.from({ length: 20 }, (_, at) => ask('GET', `${circle}/_local/made-up-${at}`)),
    );
    expect(there.map(({ status }) => status === 200)).toEqual([
      ...Array(12).fill(false),
      ...Array(8).fill(true),
    ]);
  });

  test('does not move a circle', async () => {
    const before = await ask('GET', `${circle}/`);
    await ask('PUT', `${circle}/_local/still`, point);
    expect((await ask('GET', `${circle}/`)).body).toEqual(before.body);
  });
});
