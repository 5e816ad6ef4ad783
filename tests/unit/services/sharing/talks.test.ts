import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomBytes, toBase64, toHex } from '#base/bytes.ts';
import { ok } from '#base/result.ts';
import { accountOf } from '#services/sharing/account-of.ts';
import { goOn, type InviterState } from '#services/sharing/inviter-talk.ts';
import { type JoinerState, knockOn, saidIn } from '#services/sharing/joiner-talk.ts';
import { mailboxHash, mailboxToken } from '#services/sharing/mailbox.ts';
import { makeHubAccount, tokenHash } from '#sync/hub-account.ts';
import { hubApi } from '#sync/hub-api.ts';
import { type Invite, makeInvite } from '#trust/invite.ts';
import { choose } from '#trust/joining/inviter.ts';
import { askToJoin } from '#trust/joining/joiner.ts';
import { sealWelcome } from '#trust/joining/welcome.ts';
import {
  type HostedRegister,
  hostRegister,
  hubFolders,
  type RunningHub,
  startHub,
} from '../../hub/support/running-hub.ts';
import { lineTo } from '../../sync/support/lines.ts';
import { admitApproved, sharedPatch, welcomeOf } from '../../trust/joining/two-sides.ts';
import { makePhone, stateOf, valueIn } from '../../trust/neighbours.ts';

const folders = hubFolders();
let hub: RunningHub;
let hosted: HostedRegister;
const shared = await sharedPatch();
const { patch } = shared;

beforeAll(async () => {
  hub = await startHub(folders);
  hosted = await hostRegister(hub.origin);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

const now = () => Date.now();

/** Both ends of one invite, each with its own line to the real hub. */
async function ends() {
  const { root } = patch;
  const wish = { hub: hub.origin, register: root.register, heads: stateOf(patch).heads };
  const invite = makeInvite({ ...wish, role: 'volunteer' }, new Date());
  const inviterApi = hubApi(lineTo(hub.origin, hosted.founder.bearer));
  const until = invite.until.toISOString();
  const mailbox = await mailboxHash(invite);
  valueIn(await inviterApi.makeInvite(invite.invite, { register: hosted.id, until, mailbox }));
  const kept: InviterState[] = [];
  const inviter = {
    api: inviterApi,
    // The hub knows another register than the log: this test's log is made without a hub.
    register: root.register,
    sign: patch.founder.keys.sign,
    now,
    keep: async (state: InviterState) => {
      kept.push(state);
      return ok(null);
    },
  };
  const open: InviterState = { invite, forMyself: false, step: 'open' };
  return { invite, inviter, open, kept };
}

const joinerLine = async (invite: Invite) =>
  hubApi(lineTo(hub.origin, `${invite.invite}.${await mailboxToken(invite)}`));

async function knock(invite: Invite, account?: string) {
  const phone = await makePhone();
  const token = makeHubAccount().token;
  const own = { sign: phone.signing, box: phone.box, token };
  const newcomer = {
    device: phone.keys,
    name: 'Ada',
    account: account ?? (await accountOf(invite.register, phone.keys.sign)),
    tokenHash: await tokenHash(token),
  };
  const asked = valueIn(await askToJoin(invite, newcomer, new Date()));
  const state: JoinerState = {
    ...{ own, askedAt: now(), step: 'asked', asked: asked.state },
    message: toBase64(asked.message),
  };
  const kept: JoinerState[] = [];
  const parts = {
    api: await joinerLine(invite),
    now,
    keep: async (next: JoinerState) => {
      kept.push(next);
      return ok(null);
    },
  };
  return { state, parts, kept };
}

const stateIn = async (moved: ReturnType<typeof knockOn>): Promise<JoinerState> =>
  valueIn(await moved).state;

/** Until three sets of words are on one screen and four words on the other. */
async function wordsOnBoth() {
  const { invite, inviter, open } = await ends();
  const joiner = await knock(invite);
  const asked = await stateIn(knockOn(joiner.state, joiner.parts));
  const knocked = valueIn(await goOn(open, inviter));
  const words = await stateIn(knockOn(asked, joiner.parts));
  const choosing = valueIn(await goOn(knocked, inviter));
  if (words.step !== 'words' || choosing.step !== 'choosing') throw new Error('no words');
  return { invite, inviter, joiner, words, choosing };
}

describe('a talk through the hub', () => {
  test('ends with the newcomer holding what they were promised', async () => {
    const { inviter, joiner, words, choosing } = await wordsOnBoth();
    const { sets } = choosing.choosing;
    const picked = sets.findIndex((set) => set.join() === words.shown.words.join());
    const approved = valueIn(choose(choosing.choosing, picked));
    await admitApproved(shared, approved);
    const welcome = valueIn(await sealWelcome(approved, welcomeOf(shared, 'volunteer')));
    const { invite, forMyself } = choosing;
    const letting: InviterState = {
      ...{ invite, forMyself, step: 'letting-in', newcomer: approved.newcomer },
      parts: welcome.map(toBase64),
    };
    const inside = { ...inviter, register: hosted.id };
    expect(valueIn(await goOn(letting, inside)).step).toBe('in');
    // Once more, as after a kill: the same messages, the same account, no harm.
    expect(valueIn(await goOn(letting, inside)).step).toBe('in');
    const moved = valueIn(await knockOn(words, joiner.parts));
    if (!('joined' in moved)) throw new Error(moved.state.step);
    expect([...moved.joined.circles.keys()].sort()).toEqual(['members', 'team']);
    const { token } = joiner.state.own;
    const account = saidIn(joiner.state).newcomer.account;
    const mine = hubApi(lineTo(hub.origin, `${account}.${token}`));
    expect(await mine.messages(invite.invite, 0)).toMatchObject({ ok: false });
    const theirs = await hubApi(lineTo(hub.origin, hosted.founder.bearer)).accounts(hosted.id);
    expect(valueIn(theirs).map(({ id }) => id)).toContain(account);
  });

  test('each step is kept before the next is taken, and taken up from there', async () => {
    const { invite, inviter, open, kept } = await ends();
    const joiner = await knock(invite);
    await knockOn(joiner.state, joiner.parts);
    await goOn(open, inviter);
    const last = kept.at(-1);
    if (last?.step !== 'knocked') throw new Error('not kept');
    // The answer was posted; killed there, the phone goes on from what it kept.
    const words = await stateIn(knockOn(joiner.state, joiner.parts));
    expect(words.step).toBe('words');
    expect(joiner.kept.at(-1)?.step).toBe('words');
    expect(valueIn(await goOn(last, inviter)).step).toBe('choosing');
  });

  test('a knock of somebody with an account that is not their key’s is no knock', async () => {
    const { invite, inviter, open } = await ends();
    const joiner = await knock(invite, toHex(randomBytes(16)));
    await knockOn(joiner.state, joiner.parts);
    const over = valueIn(await goOn(open, inviter));
    expect(over).toMatchObject({ step: 'over', why: 'broken' });
  });

  test('garbage in the mailbox ends the invite, for the second to come as well', async () => {
    const { invite, inviter, open } = await ends();
    const line = await joinerLine(invite);
    valueIn(await line.post(invite.invite, 1, toBase64(randomBytes(1_040))));
    expect(valueIn(await goOn(open, inviter))).toMatchObject({ step: 'over', why: 'broken' });
    const late = await knock(invite);
    const told = await stateIn(knockOn(late.state, late.parts));
    // Somebody knocked before: this phone's own message is not the one that is there.
    expect(told.step).not.toBe('words');
  });

  test('an invite that was taken back is over on both sides', async () => {
    const { invite, inviter, open } = await ends();
    const joiner = await knock(invite);
    valueIn(await inviter.api.endInvite(invite.invite));
    expect(valueIn(await goOn(open, inviter))).toMatchObject({ step: 'over', why: 'expired' });
    const told = await stateIn(knockOn(joiner.state, joiner.parts));
    expect(told).toMatchObject({ step: 'over', why: 'used' });
  });

  test('after 48 hours nobody is heard', async () => {
    const { invite, inviter, open } = await ends();
    const later = () => now() + 49 * 3_600_000;
    const joiner = await knock(invite);
    await knockOn(joiner.state, joiner.parts);
    const over = valueIn(await goOn(open, { ...inviter, now: later }));
    expect(over).toMatchObject({ step: 'over', why: 'expired' });
    const told = await stateIn(knockOn(joiner.state, { ...joiner.parts, now: later }));
    expect(told).toMatchObject({ step: 'over', why: 'expired' });
  });

  test('a hub that is gone for a while ends nothing', async () => {
    const { invite, open } = await ends();
    const deaf = hubApi(lineTo('http://127.0.0.1:9', hosted.founder.bearer));
    const parts = { register: patch.root.register, sign: patch.founder.keys.sign, now };
    const keep = async () => ok(null);
    const moved = await goOn(open, { ...parts, api: deaf, keep });
    expect(moved).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    const joiner = await knock(invite);
    const heard = await knockOn(joiner.state, { ...joiner.parts, api: deaf });
    expect(heard).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
  });
});

test('an account outlives no member: it is made of register and key', async () => {
  const { keys } = await makePhone();
  const account = await accountOf(hosted.id, keys.sign);
  expect(account).toMatch(/^[0-9a-f]{32}$/);
  expect(account).not.toBe(await accountOf(patch.root.register, keys.sign));
});
