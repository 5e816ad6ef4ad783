import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMoves } from '../../../hub/api/moves.ts';
import { arriving } from '../../support/arriving-documents.ts';
import {
  addAccount,
  asking,
  type HostedRegister,
  hostRegister,
  hubFolders,
  type MadeUpAccount,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
let hub: RunningHub;
let register: HostedRegister;

beforeAll(async () => {
  hub = await startHub(folders, { limits: { beat: 50 } });
  register = await hostRegister(hub.origin);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

/** A long answer, read line by line as it comes. */
async function listen({ bearer }: MadeUpAccount, from = hub.origin) {
  const address = `${from}/api/registers/${register.id}/moved`;
  const answer = await fetch(address, { headers: { authorization: bearer } });
  const lines: string[] = [];
  let hasEnded = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) lines.push(...decoder.decode(chunk).split('\n'));
  })()
    .catch(() => {})
    .finally(() => {
      hasEnded = true;
    });
  return {
    answer,
    moves: () => lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line)),
    beats: () => lines.filter((line) => line === '').length,
    hasEnded: () => hasEnded,
    reading,
  };
}

const write = (circle: string, of: string) =>
  register.ask('POST', `/db/${register.id}-${circle}/_bulk_docs`, {
    docs: [arriving(of)],
    new_edits: false,
  });

describe('a long answer', () => {
  test('says what moved, in circles of the account, and shows life in between', async () => {
    const member = await addAccount(register, ['members']);
    const [all, some] = [await listen(register.founder), await listen(member)];
    expect(all.answer.headers.get('content-type')).toContain('application/x-ndjson');
    expect(all.answer.headers.get('cache-control')).toBe('no-store');
    await write('team', 'a');
    await write('members', 'b');
    await write('members', 'b');
    await expect.poll(all.moves).toEqual([
      { circle: 'team', seq: 1 },
      { circle: 'members', seq: 1 },
    ]);
    expect(some.moves()).toEqual([{ circle: 'members', seq: 1 }]);
    await expect.poll(some.beats).toBeGreaterThan(4);
  });

  test('of another register says nothing', async () => {
    const other = await hostRegister(hub.origin);
    const mine = await listen(register.founder);
    await other.ask('POST', `/db/${other.id}-team/_bulk_docs`, {
      docs: [arriving('theirs')],
      new_edits: false,
    });
    await write('team', 'ours');
    await expect.poll(mine.moves).toHaveLength(1);
  });

  test('ends with its account', async () => {
    const member = await addAccount(register, ['members']);
    const heard = await listen(member);
    await register.ask('DELETE', `/api/registers/${register.id}/accounts/${member.id}`);
    await expect.poll(heard.hasEnded).toBe(true);
  });

  test('one account holds three, and the oldest gives way', async () => {
    const member = await addAccount(register, ['members']);
    const heard = [await listen(member), await listen(member), await listen(member)];
    heard.push(await listen(member));
    await expect
      .poll(() => heard.map((one) => one.hasEnded()))
      .toEqual([true, false, false, false]);
    await write('members', 'for three');
    await expect.poll(() => heard.map((one) => one.moves().length)).toEqual([0, 1, 1, 1]);
  });

  test('that has ended is told nothing more, also while it is still closing', async () => {
    const moves = makeMoves(60_000);
    const account = { tokenHash: '', circles: ['team' as const], mayInvite: false };
    const id = '0'.repeat(32);
    const heard = Array.from({ length: 5 }, () => moves.listen({ register: id, id, account }));
    const errors: unknown[] = [];
    for (const lines of heard) lines.on('error', (error) => errors.push(error));
    moves.tell(`${id}-team`, 7);
    moves.end(id);
    moves.tell(`${id}-team`, 8);
    moves.stop();
    const said = await Promise.all(heard.map((lines) => text(lines)));
    expect(said).toEqual(['\n', '\n', ...Array(3).fill('\n{"circle":"team","seq":7}\n')]);
    expect(errors).toEqual([]);
  });

  test('ends when the hub stops, and holds it up no longer', async () => {
    const own = hubFolders();
    const other = await startHub(own);
    register = await hostRegister(other.origin);
    const heard = await listen(register.founder, other.origin);
    const circle = `/db/${register.id}-team`;
    await register.ask('POST', `${circle}/_bulk_docs`, { docs: [arriving('x')], new_edits: false });
    await other.stop();
    await heard.reading;
    expect(heard.moves()).toHaveLength(1);
    const again = await startHub(own);
    const { body } = await asking(again.origin, register.founder)('GET', `${circle}/`);
    expect(body).toMatchObject({ doc_count: 1 });
    await again.stop();
    own.forget();
  });
});
