import { describe, expect, test } from 'vitest';
import { randomBytes, toHex } from '#base/bytes.ts';
import { makeCircleSecret } from '#seal/circle-keys.ts';
import { leafMark } from '#seal/closed-epochs.ts';
import { signAct, verifyAct } from '#trust/act.ts';
import type { ActOf } from '#trust/act-kinds.ts';
import { closes, closingList, marksIn } from '#trust/closing-list.ts';
import { makeEpoch } from '#trust/make-epoch.ts';
import { isWholeHoard, openEpoch } from '#trust/open-epoch.ts';
import type { Hoard } from '#trust/past.ts';
import {
  makePatch,
  makePhone,
  now,
  type Patch,
  type Phone,
  remove,
  say,
  stateOf,
  valueIn,
  welcome,
} from './neighbours.ts';

const nothing = await closes(await closingList([]));

/** A register that is about to be shared: it has keys of its own already. */
async function shared() {
  const patch = await makePatch();
  const { founder, root } = patch;
  await say(patch, founder, { kind: 'box', device: root.name, box: founder.keys.box });
  const hoards: Record<'members' | 'team', Hoard> = {
    members: { secrets: [{ epoch: 1, secret: makeCircleSecret() }], idKey: randomBytes(32) },
    team: { secrets: [{ epoch: 1, secret: makeCircleSecret() }], idKey: randomBytes(32) },
  };
  for (const circle of ['members', 'team'] as const) {
    const hoard = hoards[circle];
    const made = await makeEpoch({ state: stateOf(patch), circle, hoard, closes: undefined });
    await say(patch, founder, valueIn(made).act);
  }
  return { patch, hoards };
}

const next = async (patch: Patch, hoard: Hoard, circle: 'members' | 'team' = 'members') =>
  valueIn(await makeEpoch({ state: stateOf(patch), circle, hoard, closes: nothing }));

const plus = (hoard: Hoard, made: Hoard['secrets'][number]): Hoard => ({
  ...hoard,
  secrets: [...hoard.secrets, made],
});

const opens = (patch: Patch, act: ActOf<'epoch'>, phone: Phone, name: string) =>
  openEpoch(patch.root.register, act, { name, box: phone.box });

const needs = (patch: Patch, circle: 'members' | 'team' = 'members') =>
  stateOf(patch).epochs[circle].needsNext;

describe('an epoch', () => {
  test('tells of the secret the register was founded with, then of new ones', async () => {
    const { patch, hoards } = await shared();
    expect(stateOf(patch).uncounted.size).toBe(0);
    expect(needs(patch)).toBeUndefined();
    expect(await isWholeHoard(stateOf(patch), 'members', hoards.members)).toBe(true);
    expect(await isWholeHoard(stateOf(patch), 'team', hoards.members)).toBe(false);
    const { act, made } = await next(patch, hoards.members);
    expect(act.epoch).toBe(2);
    expect(made.secret).not.toEqual(hoards.members.secrets[0]?.secret);
  });

  test('one wrap opens all that the circle has, to the devices it was made for', async () => {
    const { patch, hoards } = await shared();
    const ada = await welcome(patch, patch.founder, 'resident');
    const gone = await welcome(patch, patch.founder, 'resident');
    await say(patch, patch.founder, remove(gone.name));
    const { act, made } = await next(patch, hoards.members);
    await say(patch, patch.founder, act);
    const hoard = plus(hoards.members, made);
    expect(await opens(patch, act, ada.phone, ada.name)).toEqual({ ok: true, value: hoard });
    expect(await isWholeHoard(stateOf(patch), 'members', hoard)).toBe(true);
    expect(await isWholeHoard(stateOf(patch), 'members', hoards.members)).toBe(false);
    expect(await opens(patch, act, gone.phone, gone.name)).toMatchObject({
      error: { kind: 'no-wrap' },
    });
    expect(await opens(patch, act, gone.phone, ada.name)).toMatchObject({
      error: { kind: 'broken' },
    });
  });

  test('changed anywhere opens for nobody', async () => {
    const { patch, hoards } = await shared();
    const { act } = await next(patch, hoards.members);
    const { founder, root } = patch;
    const other = (await next(patch, { ...hoards.members, idKey: randomBytes(32) })).act;
    for (const change of [
      { k: other.k },
      { epoch: 3 },
      { circle: 'team' as const },
      { past: other.past },
      { idCheck: other.idCheck },
      { wraps: other.wraps },
    ]) {
      const result = await opens(patch, { ...act, ...change }, founder, root.name);
      expect(result).toMatchObject({ error: { kind: 'broken' } });
    }
  });

  test('with another id key, or a number that is not the next, does not count', async () => {
    const { patch, hoards } = await shared();
    const { act } = await next(patch, { ...hoards.members, idKey: randomBytes(32) });
    const right = (await next(patch, hoards.members)).act;
    for (const wrong of [act, { ...right, epoch: 1 }, { ...right, epoch: 3 }]) {
      const { name } = await say(patch, patch.founder, wrong);
      expect(stateOf(patch).uncounted.get(name)).toBe('wrong-epoch');
    }
  });

  test('for as many devices and epochs as are promised fits in an act', async () => {
    const patch = await makePatch();
    const secrets = Array.from({ length: 900 }, (_, at) => ({
      epoch: at + 1,
      secret: makeCircleSecret(),
    }));
    const hoard = { secrets, idKey: randomBytes(32) };
    const { act } = valueIn(
      await makeEpoch({ state: stateOf(patch), circle: 'team', hoard, closes: undefined }),
    );
    const wrap = { device: 'f'.repeat(64), sealed: `${'A'.repeat(106)}==` };
    const largest = {
      ...act,
      epoch: 999_999,
      closes: 'f'.repeat(64),
      wraps: Array(400).fill(wrap),
    };
    const prev = Array.from({ length: 64 }, (_, at) => at.toString().padStart(64, '0'));
    const { register } = patch.root;
    const signed = await signAct(largest, patch.founder.signing, { register, prev, now });
    expect(await verifyAct(signed, register)).toMatchObject({ ok: true });
  });
});

describe('the next epoch is needed', () => {
  test('when somebody with the key is removed, and no more once it is made', async () => {
    const { patch, hoards } = await shared();
    const ada = await welcome(patch, patch.founder, 'volunteer');
    expect([needs(patch), needs(patch, 'team')]).toEqual([undefined, undefined]);
    await say(patch, patch.founder, remove(ada.name));
    expect([needs(patch), needs(patch, 'team')]).toEqual(['removed', 'removed']);
    await say(patch, patch.founder, (await next(patch, hoards.members)).act);
    expect([needs(patch), needs(patch, 'team')]).toEqual([undefined, 'removed']);
  });

  test('when somebody leaves the team, for the team alone', async () => {
    const { patch } = await shared();
    const ada = await welcome(patch, patch.founder, 'volunteer');
    await say(patch, patch.founder, { kind: 'role', member: ada.name, role: 'resident' });
    expect([needs(patch), needs(patch, 'team')]).toEqual([undefined, 'removed']);
  });

  test('when somebody joins the team, who then opens all of it', async () => {
    const { patch, hoards } = await shared();
    const ada = await welcome(patch, patch.founder, 'resident');
    await say(patch, patch.founder, { kind: 'role', member: ada.name, role: 'connector' });
    expect([needs(patch), needs(patch, 'team')]).toEqual([undefined, 'missing']);
    const { act, made } = await next(patch, hoards.team, 'team');
    await say(patch, patch.founder, act);
    expect(needs(patch, 'team')).toBeUndefined();
    const opened = await opens(patch, act, ada.phone, ada.name);
    expect(opened).toEqual({ ok: true, value: plus(hoards.team, made) });
  });

  test('when two made one unseen: both are kept, the lower key id is written under', async () => {
    const { patch, hoards } = await shared();
    const second = await welcome(patch, patch.founder, 'steward');
    const [ada, ben] = [
      await welcome(patch, patch.founder, 'resident'),
      await welcome(patch, patch.founder, 'resident'),
    ];
    const { heads } = stateOf(patch);
    const other: Patch = { ...patch, acts: [...patch.acts] };
    const cutAda = await say(patch, patch.founder, remove(ada.name), heads);
    const one = (await next(patch, hoards.members)).act;
    await say(patch, patch.founder, one, [cutAda.name]);
    const cutBen = await say(other, second.phone, remove(ben.name), heads);
    const two = (await next(other, hoards.members)).act;
    const twin = await say(other, second.phone, two, [cutBen.name]);
    patch.acts.push(cutBen, twin);
    const { current, all, heldByAll } = stateOf(patch).epochs.members;
    expect(needs(patch)).toBe('twins');
    expect(all).toHaveLength(3);
    expect(current?.act.k).toBe([one.k, two.k].sort()[0]);
    expect(heldByAll?.act.epoch).toBe(2);
    const third = (await next(patch, hoards.members)).act;
    expect(third.epoch).toBe(3);
    const wrapped = third.wraps.map(({ device }) => device);
    expect(wrapped).not.toContain(ada.name);
    expect(wrapped).not.toContain(ben.name);
    await say(patch, second.phone, third);
    expect(needs(patch)).toBeUndefined();
  });

  test('when somebody was admitted unseen by whoever made it; all can read of the next', async () => {
    const { patch, hoards } = await shared();
    const second = await welcome(patch, patch.founder, 'steward');
    const { heads } = stateOf(patch);
    const { act, made } = await next(patch, hoards.members);
    await say(patch, patch.founder, act, heads);
    const ada = await welcome(patch, second.phone, 'resident', heads);
    expect(needs(patch)).toBe('missing');
    expect(stateOf(patch).epochs.members.heldByAll?.act.epoch).toBe(1);
    const third = await next(patch, plus(hoards.members, made));
    await say(patch, second.phone, third.act);
    expect(needs(patch)).toBeUndefined();
    expect(await opens(patch, third.act, ada.phone, ada.name)).toMatchObject({ ok: true });
  });

  test('when somebody was let in by a coordinator who had lost that right meanwhile', async () => {
    const { patch, hoards } = await shared();
    const low = await welcome(patch, patch.founder, 'coordinator');
    const { heads } = stateOf(patch);
    const guest = await welcome(patch, low.phone, 'resident', heads);
    await say(patch, patch.founder, { kind: 'role', member: low.name, role: 'volunteer' }, heads);
    expect(stateOf(patch).uncounted.get(guest.name)).toBe('signer-removed');
    expect(needs(patch)).toBe('removed');
    await say(patch, patch.founder, (await next(patch, hoards.members)).act);
    expect(needs(patch)).toBeUndefined();
  });

  test('when whoever made it turns out to be removed, its number is made again', async () => {
    const { patch, hoards } = await shared();
    const mal = await welcome(patch, patch.founder, 'steward');
    const { heads } = stateOf(patch);
    const { name } = await say(patch, mal.phone, (await next(patch, hoards.members)).act, heads);
    await say(patch, patch.founder, remove(mal.name), heads);
    expect(stateOf(patch).uncounted.get(name)).toBe('signer-removed');
    expect(needs(patch)).toBe('removed');
    const again = (await next(patch, hoards.members)).act;
    expect(again.epoch).toBe(2);
    expect(again.wraps.map(({ device }) => device)).not.toContain(mal.name);
  });

  test('for a new phone and for a recovery sheet', async () => {
    const { patch, hoards } = await shared();
    const { root, founder } = patch;
    const sheet = await makePhone();
    const { name } = await say(patch, founder, {
      kind: 'recovery',
      member: root.name,
      device: sheet.keys,
      salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    });
    const { act } = await next(patch, hoards.members);
    await say(patch, founder, act);
    expect(await opens(patch, act, sheet, name)).toMatchObject({ ok: true });
    await say(patch, founder, { kind: 'remove-device', device: name, why: 'replaced' });
    expect(needs(patch)).toBe('removed');
  });
});

describe('a closing list', () => {
  const leaf = (at: number) => ({
    id: at.toString(16).padStart(32, '0'),
    rev: `${at}-${'a'.repeat(32)}`,
  });

  test('names each leaf in eight bytes, in one order, once', async () => {
    const list = await closingList([leaf(1), leaf(2), leaf(3)]);
    expect(list).toHaveLength(24);
    expect(toHex(await closingList([leaf(3), leaf(1), leaf(2), leaf(1)]))).toBe(toHex(list));
    expect(await closes(list)).toMatch(/^[0-9a-f]{64}$/);
    expect(await closes(await closingList([leaf(1), leaf(2)]))).not.toBe(await closes(list));
  });

  test('tells what stood when the epoch was closed', async () => {
    const marks = marksIn(await closingList([leaf(1), leaf(2)]));
    const stood = async (one: ReturnType<typeof leaf>) =>
      marks.includes(toHex(await leafMark(one)));
    expect(await Promise.all([1, 2, 3].map(leaf).map(stood))).toEqual([true, true, false]);
    expect(await stood({ ...leaf(1), rev: leaf(2).rev })).toBe(false);
  });

  test('of 10,000 leaves takes 80 kB', async () => {
    const leaves = Array.from({ length: 10_000 }, (_, at) => leaf(at));
    expect(await closingList(leaves)).toHaveLength(80_000);
  });
});
