import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomBytes, toBase64 } from '#base/bytes.ts';
import {
  addAccount,
  asking,
  type HostedRegister,
  hostRegister,
  hubFolders,
  type MadeUpAccount,
  madeUpAccount,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
const limits = { registers: 100, foundings: 100, wrongTokens: 1_000 };
let hub: RunningHub;
let register: HostedRegister;

beforeAll(async () => {
  hub = await startHub(folders, { limits });
});
beforeEach(async () => {
  register = await hostRegister(hub.origin);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

const pathOf = ({ id }: Pick<MadeUpAccount, 'id'>): string =>
  `/api/registers/${register.id}/accounts/${id}`;
const change = (account: Pick<MadeUpAccount, 'id'>, rights: unknown, ask = register.ask) =>
  ask('PATCH', pathOf(account), rights);
const listed = async ({ id }: MadeUpAccount): Promise<unknown> => {
  const { body } = await register.ask('GET', `/api/registers/${register.id}/accounts`);
  return (body as { accounts: readonly { id: string }[] }).accounts.find((one) => one.id === id);
};

const everything = { circles: ['members', 'team'], mayInvite: true };
const little = { circles: ['members'], mayInvite: false };

describe('an account that is changed', () => {
  test('keeps its token and its last day, and may do what it is told, no more and no less', async () => {
    const member = await addAccount(register, ['members']);
    const ask = asking(hub.origin, member);
    const team = () => ask('GET', `/db/${register.id}-team/`).then(({ status }) => status);
    expect(await team()).toBe(403);
    const seen = new Date().toISOString().slice(0, 10);
    expect(await change(member, everything)).toMatchObject({ status: 200, body: { ok: true } });
    expect(await listed(member)).toEqual({ id: member.id, ...everything, seen, days: 0 });
    expect(await team()).toBe(200);
    expect((await ask('GET', `/api/registers/${register.id}/accounts`)).status).toBe(200);
    expect((await change(member, little)).status).toBe(200);
    expect(await team()).toBe(403);
    expect(await listed(member)).toEqual({ id: member.id, ...little, seen, days: 0 });
  });

  test('stays changed when the hub was stopped', async () => {
    const member = await addAccount(register, ['members']);
    await change(member, everything);
    await hub.stop();
    hub = await startHub(folders, { limits });
    const { status } = await asking(hub.origin, member)('GET', `/db/${register.id}-team/`);
    expect(status).toBe(200);
  });

  test('must be there: none is made, in no register', async () => {
    const other = await hostRegister(hub.origin);
    for (const nobody of [madeUpAccount(), other.founder])
      expect(await change(nobody, little)).toMatchObject({
        status: 404,
        body: { error: 'unknown' },
      });
    expect((await other.ask('GET', `/db/${other.id}-team/`)).status).toBe(200);
    const ended = await addAccount(register, ['members']);
    await register.ask('DELETE', pathOf(ended));
    expect((await change(ended, little)).status).toBe(404);
  });

  test('is changed by those who may invite, and gets no circle that they lack', async () => {
    const member = await addAccount(register, ['members']);
    const inviter = asking(hub.origin, await addAccount(register, ['members'], true));
    expect((await change(member, everything, inviter)).status).toBe(403);
    expect((await change(member, { ...little, mayInvite: true }, inviter)).status).toBe(200);
    await change(member, little);
    const more = { ...little, mayInvite: true };
    expect((await change(member, more, asking(hub.origin, member))).status).toBe(403);
    expect((await change(member, everything, asking(hub.origin))).status).toBe(401);
    const stranger = await hostRegister(hub.origin);
    expect((await change(member, everything, stranger.ask)).status).toBe(403);
    expect(await listed(member)).toMatchObject(little);
  });

  test('is not the last that may invite', async () => {
    expect(await change(register.founder, little)).toMatchObject({
      status: 409,
      body: { error: 'last-inviter' },
    });
    await addAccount(register, ['members'], true);
    expect((await change(register.founder, little)).status).toBe(200);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', [little]],
    ['a token of its own', { ...little, tokenHash: madeUpAccount().tokenHash }],
    ['a circle nobody knows', { ...little, circles: ['case'] }],
    ['more circles than there are', { ...little, circles: ['team', 'team', 'team'] }],
    ['circles that are none', { ...little, circles: 'team' }],
    ['half of it', { circles: ['team'] }],
    ['a yes in words', { ...little, mayInvite: 'yes' }],
  ])('with %s is refused', async (_, rights) => {
    const member = await addAccount(register, ['members']);
    expect((await change(member, rights)).status).toBe(400);
    expect(await listed(member)).toMatchObject(little);
    expect((await change({ id: '..%2fx' }, little)).status).toBe(400);
  });
});

describe('an account that may less', () => {
  test('hears nothing more on lines it had open', async () => {
    const member = await addAccount(register, ['members', 'team']);
    const heard = await fetch(`${hub.origin}/api/registers/${register.id}/moved`, {
      headers: { authorization: member.bearer },
    });
    await change(member, little);
    expect(await heard.text()).toBe('\n');
  });

  test('has no invites open, and another’s stay', async () => {
    const inviter = await addAccount(register, ['members'], true);
    const inviteBy = async (account: MadeUpAccount) => {
      const box = madeUpAccount(8);
      const until = new Date(Date.now() + 3_600_000).toISOString();
      const wish = { register: register.id, until, mailbox: box.tokenHash };
      await asking(hub.origin, account)('PUT', `/api/invites/${box.id}`, wish);
      return async () => {
        const path = `/api/invites/${box.id}/messages`;
        return (await asking(hub.origin, box)('GET', path)).status;
      };
    };
    const [theirs, mine] = [await inviteBy(inviter), await inviteBy(register.founder)];
    await change(inviter, { circles: ['members', 'team'], mayInvite: true });
    expect([await theirs(), await mine()]).toEqual([200, 200]);
    await change(inviter, little);
    expect([await theirs(), await mine()]).toEqual([401, 200]);
  });

  test('takes its recovery ring along, as soon as it may not everything', async () => {
    const steward = await addAccount(register, ['members', 'team'], true);
    const path = `/api/registers/${register.id}/ring`;
    const ring = toBase64(randomBytes(40));
    const wish = { ring, sign: toBase64(randomBytes(32)) };
    const read = async () => (await asking(hub.origin)('GET', path)).status;
    await asking(hub.origin, steward)('PUT', path, wish);
    await change(steward, everything);
    expect(await read()).toBe(200);
    await change(steward, { circles: ['members'], mayInvite: true });
    expect(await read()).toBe(404);
    await change(steward, everything);
    expect(await read()).toBe(404);
  });
});

test('pages of other places may change accounts, too', async () => {
  const origins = ['https://book.example.org'];
  const own = hubFolders();
  const other = await startHub(own, { origins });
  const { headers } = await fetch(`${other.origin}/api/registers`, {
    method: 'OPTIONS',
    headers: { origin: 'https://book.example.org' },
  });
  expect(headers.get('access-control-allow-methods')?.split(', ')).toContain('PATCH');
  await other.stop();
  own.forget();
});
