import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomBytes, toBase64, toHex } from '#base/bytes.ts';
import { bearerOf, makeHubAccount, tokenHash } from '#sync/hub-account.ts';
import { hubApi } from '#sync/hub-api.ts';
import { foundNow, hubFolders, type RunningHub, startHub } from '../hub/support/running-hub.ts';
import { valueIn } from '../seal/made-up-ring.ts';
import { lineTo } from './support/lines.ts';

const folders = hubFolders();
let hub: RunningHub;

beforeAll(async () => {
  hub = await startHub(folders, { limits: { foundings: 100 } });
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

async function wishOf(founded: Awaited<ReturnType<typeof foundNow>>, account = makeHubAccount()) {
  const hash = await tokenHash(account.token);
  const wish = {
    register: founded.id,
    account: account.id,
    tokenHash: hash,
    at: '2026-11-26T10:00:00.000Z',
  };
  return { founding: founded.record, wish, privateKey: founded.device.privateKey };
}

async function hosted() {
  const founded = await foundNow();
  const founder = makeHubAccount();
  const hosting = await wishOf(founded, founder);
  const place = valueIn(await hubApi(lineTo(hub.origin)).host(hosting));
  const api = hubApi(lineTo(hub.origin, bearerOf(founder)));
  return { founded, founder, hosting, place, api };
}

const nothing = { ok: true, value: undefined };
const json = { 'content-type': 'application/json' };
const over = (failure: string) => ({ ok: false, error: { kind: failure } });
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('a hub hears', () => {
  test('a register’s founder, once or again, and nobody else', async () => {
    const { founded, hosting, place } = await hosted();
    const stranger = hubApi(lineTo(hub.origin));
    expect(place.register).toBe(founded.id);
    expect(await stranger.host(hosting)).toEqual({ ok: true, value: place });
    expect(await stranger.host(await wishOf(founded))).toEqual(over('taken'));
    const { privateKey } = await wishOf(await foundNow());
    expect(await stranger.host({ ...hosting, privateKey })).toEqual(over('not-allowed'));
  });

  test('who belongs: made, listed, ended, and the last inviter stays', async () => {
    const { founded, founder, api } = await hosted();
    const member = makeHubAccount();
    const wish = {
      tokenHash: await tokenHash(member.token),
      circles: ['members'],
      mayInvite: false,
    } as const;
    expect(await api.putAccount(founded.id, member.id, wish)).toMatchObject({ ok: true });
    const listed = valueIn(await api.accounts(founded.id));
    expect(listed.map(({ id }) => id).sort()).toEqual([founder.id, member.id].sort());
    const asMember = hubApi(lineTo(hub.origin, bearerOf(member)));
    expect(await asMember.accounts(founded.id)).toEqual(over('not-allowed'));
    expect(await api.endAccount(founded.id, founder.id)).toEqual(over('last-inviter'));
    expect(await asMember.endAccount(founded.id, member.id)).toMatchObject({ ok: true });
    expect(await api.endAccount(founded.id, member.id)).toEqual(over('unknown'));
    expect(await asMember.endAccount(founded.id, member.id)).toEqual(over('not-allowed'));
  });

  test('what somebody may from now on, whose token nobody else knows', async () => {
    const { founded, founder, api } = await hosted();
    const member = makeHubAccount();
    const more = { circles: ['members', 'team'], mayInvite: true } as const;
    const less = { circles: ['members'], mayInvite: false } as const;
    expect(await api.changeAccount(founded.id, member.id, less)).toEqual(over('unknown'));
    await api.putAccount(founded.id, member.id, {
      ...less,
      tokenHash: await tokenHash(member.token),
    });
    expect(await api.changeAccount(founded.id, member.id, more)).toMatchObject({ ok: true });
    const asMember = hubApi(lineTo(hub.origin, bearerOf(member)));
    const listed = valueIn(await asMember.accounts(founded.id));
    expect(listed.find(({ id }) => id === member.id)).toMatchObject(more);
    expect(await asMember.changeAccount(founded.id, founder.id, less)).toMatchObject({ ok: true });
    expect(await asMember.changeAccount(founded.id, member.id, less)).toEqual(over('last-inviter'));
    expect(await api.changeAccount(founded.id, member.id, less)).toEqual(over('not-allowed'));
  });

  test('the last word to a phone whose account ends, and that there is none', async () => {
    const { founded, api } = await hosted();
    const added = async () => {
      const account = makeHubAccount();
      const wish = {
        tokenHash: await tokenHash(account.token),
        circles: ['members'],
        mayInvite: false,
      } as const;
      await api.putAccount(founded.id, account.id, wish);
      return { account, phone: hubApi(lineTo(hub.origin, bearerOf(account))) };
    };
    const [told, silent] = [await added(), await added()];
    const farewell = toBase64(randomBytes(64 * 1024));
    expect(await told.phone.farewell(founded.id)).toEqual(nothing);
    expect(await api.endAccount(founded.id, told.account.id, farewell)).toMatchObject({ ok: true });
    expect(await api.endAccount(founded.id, silent.account.id)).toMatchObject({ ok: true });
    expect(await told.phone.farewell(founded.id)).toEqual({ ok: true, value: farewell });
    expect(await silent.phone.farewell(founded.id)).toEqual(nothing);
    expect(await told.phone.accounts(founded.id)).toEqual(over('not-allowed'));
  });

  test('from nobody else’s answer that there was no last word', async () => {
    const [portal, silence] = [
      new Response('{"error":"sign-in"}', { status: 511, headers: json }),
      new Response('<html>Sign in</html>', { status: 401 }),
    ];
    for (const answer of [portal, silence]) {
      const api = hubApi(lineTo(hub.origin, undefined, async () => ({ ok: true, value: answer })));
      expect(await api.farewell('0'.repeat(32))).toEqual(over('wants-sign-in'));
    }
    const busy = new Response('{"error":"slow-down"}', {
      status: 429,
      headers: { ...json, 'retry-after': '7' },
    });
    const asked = hubApi(lineTo(hub.origin, undefined, async () => ({ ok: true, value: busy })));
    expect(await asked.farewell('0'.repeat(32))).toEqual({
      ok: false,
      error: { kind: 'slow-down', detail: { seconds: 7 } },
    });
    const cut = hubApi(lineTo('http://127.0.0.1:1'));
    expect(await cut.farewell('0'.repeat(32))).toEqual(over('no-answer'));
  });

  test('an invite, its messages both ways, and its end', async () => {
    const { founded, api } = await hosted();
    const box = { id: toHex(randomBytes(8)), token: makeHubAccount().token };
    const wish = { register: founded.id, until: inHours(48), mailbox: await tokenHash(box.token) };
    expect(await api.makeInvite(box.id, { ...wish, until: inHours(50) })).toEqual(over('too-long'));
    expect(await api.makeInvite(box.id, wish)).toMatchObject({ ok: true });
    const invited = hubApi(lineTo(hub.origin, bearerOf(box)));
    const [hello, who] = ['A'.repeat(512 * 1024), toBase64(randomBytes(9))];
    expect(await invited.post(box.id, 1, hello)).toMatchObject({ ok: true });
    expect(await invited.post(box.id, 1, hello)).toMatchObject({ ok: true });
    expect(await invited.post(box.id, 1, who)).toEqual(over('used'));
    expect(await api.post(box.id, 2, who)).toMatchObject({ ok: true });
    expect(await invited.messages(box.id, 0)).toEqual({
      ok: true,
      value: [
        { number: 1, from: 'invited', message: hello },
        { number: 2, from: 'inviter', message: who },
      ],
    });
    expect(valueIn(await api.messages(box.id, 1))).toHaveLength(1);
    expect(await api.endInvite(box.id)).toMatchObject({ ok: true });
    expect(await api.messages(box.id, 0)).toEqual(over('unknown'));
    expect(await invited.messages(box.id, 0)).toEqual(over('not-allowed'));
  });
});
