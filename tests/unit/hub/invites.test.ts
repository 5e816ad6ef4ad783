import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openInviteBook } from '../../../hub/registers/invite-book.ts';
import {
  type Answer,
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

beforeAll(async () => {
  hub = await startHub(folders, { limits: { foundings: 100 } });
});
beforeEach(async () => {
  register = await hostRegister(hub.origin);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const message = (text: string): string => Buffer.from(text).toString('base64');

/** An invite with the token of whoever was invited. */
async function invite(until = inHours(48)) {
  const box = madeUpAccount(8);
  const path = `/api/invites/${box.id}`;
  const wish = { register: register.id, until, mailbox: box.tokenHash };
  const made = await register.ask('PUT', path, wish);
  const invited = asking(hub.origin, box);
  const post = (number: number, text: string): Promise<Answer> =>
    invited('POST', `${path}/messages`, { number, message: message(text) });
  const answer = (number: number, text: string): Promise<Answer> =>
    register.ask('POST', `${path}/messages`, { number, message: message(text) });
  return { box, path, wish, made, invited, post, answer };
}

describe('an invite', () => {
  test('carries messages both ways, in order, and to nobody else', async () => {
    const { path, made, invited, post, answer } = await invite();
    expect(made.status).toBe(200);
    expect((await post(1, 'here I am')).status).toBe(200);
    expect((await answer(2, 'who?')).status).toBe(200);
    expect((await post(3, 'me')).status).toBe(200);
    const all = {
      messages: [
        { number: 1, from: 'invited', message: message('here I am') },
        { number: 2, from: 'inviter', message: message('who?') },
        { number: 3, from: 'invited', message: message('me') },
      ],
    };
    expect((await register.ask('GET', `${path}/messages`)).body).toEqual(all);
    expect((await invited('GET', `${path}/messages?after=0`)).body).toEqual(all);
    expect((await invited('GET', `${path}/messages?after=2`)).body).toEqual({
      messages: all.messages.slice(2),
    });
    const other = asking(hub.origin, await addAccount(register, ['members'], true));
    expect((await other('GET', `${path}/messages`)).status).toBe(404);
    expect((await other('DELETE', path)).status).toBe(404);
  });

  test('is used once: another first message is refused, the same one again is not', async () => {
    const { post } = await invite();
    await post(1, 'here I am');
    expect((await post(1, 'here I am')).status).toBe(200);
    expect(await post(1, 'no, I am')).toMatchObject({ status: 409, body: { error: 'used' } });
    expect((await post(3, 'too early')).status).toBe(404);
  });

  test('has eight messages at most, of 512 KiB at most', async () => {
    const { post, path, invited } = await invite();
    const longest = 'A'.repeat(512 * 1024);
    const send = (number: number, text: string) =>
      invited('POST', `${path}/messages`, { number, message: text });
    expect((await send(1, longest)).status).toBe(200);
    expect((await send(2, `${longest}AAAA`)).status).toBe(400);
    expect((await send(2, 'not base64')).status).toBe(400);
    expect((await send(2, 'A'.repeat(700_000))).status).toBe(413);
    for (let number = 2; number <= 8; number += 1)
      expect((await post(number, 'x')).status).toBe(200);
    expect((await post(9, 'x')).status).toBe(400);
  });

  test('opens no other door, and another invite does not open it', async () => {
    const { invited, path } = await invite();
    const other = await invite();
    expect((await other.invited('GET', `${path}/messages`)).status).toBe(401);
    expect((await invited('GET', `/db/${register.id}-members/`)).status).toBe(401);
    expect((await invited('POST', `/api/registers/${register.id}/heads`)).status).toBe(401);
    expect((await invited('DELETE', path)).status).toBe(401);
    expect((await asking(hub.origin)('GET', `${path}/messages`)).status).toBe(401);
  });

  test('is made by accounts that may invite, for their register and 48 hours', async () => {
    const { wish, path, made } = await invite(inHours(49));
    expect(made.status).toBe(400);
    expect((await register.ask('PUT', path, { ...wish, until: 'soon' })).status).toBe(400);
    const sound = { ...wish, until: inHours(1) };
    const member = asking(hub.origin, await addAccount(register, ['members', 'team']));
    expect((await member('PUT', path, sound)).status).toBe(403);
    const stranger = await hostRegister(hub.origin);
    expect((await stranger.ask('PUT', path, sound)).status).toBe(403);
    expect((await register.ask('PUT', path, sound)).status).toBe(200);
    expect((await register.ask('PUT', path, sound)).status).toBe(200);
    const changed = { ...sound, mailbox: madeUpAccount().tokenHash };
    expect((await register.ask('PUT', path, changed)).status).toBe(409);
    expect((await register.ask('PUT', '/api/invites/../x', sound)).status).toBe(404);
    expect((await register.ask('PUT', '/api/invites/xyz', sound)).status).toBe(400);
  });

  test('is gone when it is ended, when its time is over, and with its account', async () => {
    const ended = await invite();
    await ended.post(1, 'x');
    expect((await register.ask('DELETE', ended.path)).status).toBe(200);
    expect((await ended.invited('GET', `${ended.path}/messages`)).status).toBe(401);

    const over = await invite(inHours(-1));
    expect((await over.invited('GET', `${over.path}/messages`)).status).toBe(401);

    const inviter = await addAccount(register, ['members'], true);
    const box = madeUpAccount(8);
    const wish = { register: register.id, until: inHours(1), mailbox: box.tokenHash };
    await asking(hub.origin, inviter)('PUT', `/api/invites/${box.id}`, wish);
    const read = () => asking(hub.origin, box)('GET', `/api/invites/${box.id}/messages`);
    expect((await read()).status).toBe(200);
    await register.ask('DELETE', `/api/registers/${register.id}/accounts/${inviter.id}`);
    expect((await read()).status).toBe(401);
  });

  test('outlives a stop of the hub', async () => {
    const { path, post } = await invite();
    await post(1, 'here I am');
    await hub.stop();
    hub = await startHub(folders, { limits: { foundings: 100 } });
    const { body } = await asking(hub.origin, register.founder)('GET', `${path}/messages`);
    expect(body).toMatchObject({ messages: [{ number: 1, message: message('here I am') }] });
  });

  test('twenty of a register are open at most', async () => {
    for (let at = 0; at < 20; at += 1) expect((await invite()).made.status).toBe(200);
    expect((await invite()).made).toMatchObject({ status: 409, body: { error: 'full' } });
  });
});

describe('the book of invites', () => {
  test('takes what is over off the disk', async () => {
    const own = hubFolders();
    let now = Date.parse('2026-11-26T10:00:00Z');
    const book = await openInviteBook(own.dataFolder, () => now);
    const id = randomBytes(8).toString('hex');
    const until = '2026-11-28T10:00:00.000Z';
    const wish = { register: register.id, until, mailbox: '0'.repeat(64) };
    await book.make(id, register.founder.id, wish);
    await book.post(id, { from: 'invited', number: 1, message: 'AAAA' });
    now = Date.parse(until) - 1;
    await book.sweep();
    expect(book.get(id)).toBeDefined();
    now += 1;
    expect(book.get(id)).toBeUndefined();
    const late = await book.post(id, { from: 'invited', number: 2, message: 'AAAA' });
    expect(late).toMatchObject({ ok: false, error: { kind: 'unknown' } });
    await book.sweep();
    expect(readdirSync(join(own.dataFolder, 'invites'))).toEqual([]);
    own.forget();
  });
});
