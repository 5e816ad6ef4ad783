import { describe, expect, test } from 'vitest';
import { checkHeads, replay } from '#trust/log.ts';
import {
  admit,
  makePatch,
  makePhone,
  type Patch,
  remove,
  say,
  stateOf,
  welcome,
} from './neighbours.ts';

const roleIn = (patch: Patch, member: string) => stateOf(patch).members.get(member)?.role;
const whyNot = (patch: Patch, name: string) => stateOf(patch).uncounted.get(name);
const isIn = (patch: Patch, member: string): boolean => {
  const found = stateOf(patch).members.get(member);
  return found !== undefined && found.removed === undefined;
};

describe('a new register', () => {
  test('has its founder as a steward, who says once what to seal to', async () => {
    const patch = await makePatch();
    const { name } = patch.root;
    expect(patch.root.register).toBe(name.slice(0, 32));
    expect(stateOf(patch).heads).toEqual([name]);
    expect(stateOf(patch).members.get(name)).toMatchObject({ role: 'steward', removed: undefined });
    expect(stateOf(patch).members.get(name)?.devices[0]?.box).toBeUndefined();
    const { box } = patch.founder.keys;
    await say(patch, patch.founder, { kind: 'box', device: name, box });
    expect(stateOf(patch).members.get(name)?.devices[0]).toMatchObject({ name, box });
    const other = (await makePhone()).keys.box;
    const again = await say(patch, patch.founder, { kind: 'box', device: name, box: other });
    expect(whyNot(patch, again.name)).toBe('not-allowed');
  });
});

describe('who may do what', () => {
  test('a steward appoints anybody, a coordinator those without a rank, others nobody', async () => {
    const patch = await makePatch();
    const steward = await welcome(patch, patch.founder, 'steward');
    const coordinator = await welcome(patch, steward.phone, 'coordinator');
    const resident = await welcome(patch, coordinator.phone, 'resident');
    expect(stateOf(patch).uncounted.size).toBe(0);
    for (const role of ['coordinator', 'steward'] as const) {
      const { name } = await welcome(patch, coordinator.phone, role);
      expect(whyNot(patch, name)).toBe('not-allowed');
      const raise = { kind: 'role', member: resident.name, role } as const;
      expect(whyNot(patch, (await say(patch, coordinator.phone, raise)).name)).toBe('not-allowed');
      expect(whyNot(patch, (await say(patch, resident.phone, raise)).name)).toBe('not-allowed');
    }
    for (const { name } of [steward, coordinator]) {
      const cut = await say(patch, coordinator.phone, {
        kind: 'role',
        member: name,
        role: 'resident',
      });
      expect(whyNot(patch, cut.name)).toBe(name === steward.name ? 'not-allowed' : undefined);
    }
    expect(roleIn(patch, coordinator.name)).toBe('resident');
  });

  test('a coordinator removes those without a rank, and nobody else but themselves', async () => {
    const patch = await makePatch();
    const [one, two] = [
      await welcome(patch, patch.founder, 'coordinator'),
      await welcome(patch, patch.founder, 'coordinator'),
    ];
    const volunteer = await welcome(patch, patch.founder, 'volunteer');
    for (const name of [two.name, patch.root.name]) {
      const cut = await say(patch, one.phone, remove(name));
      expect(whyNot(patch, cut.name)).toBe('not-allowed');
    }
    await say(patch, one.phone, remove(volunteer.name));
    expect(isIn(patch, volunteer.name)).toBe(false);
    await say(patch, one.phone, { ...remove(one.name), why: 'left' } as never);
    expect(stateOf(patch).members.get(one.name)?.removed).toBe('left');
    expect(isIn(patch, two.name)).toBe(true);
  });

  test('a removed device does nothing more, and its key never comes back', async () => {
    const patch = await makePatch();
    const mal = await welcome(patch, patch.founder, 'steward');
    await say(patch, patch.founder, remove(mal.name));
    const late = await say(patch, mal.phone, admit(await makePhone(), 'resident'));
    expect(whyNot(patch, late.name)).toBe('unknown-signer');
    const back = await say(patch, patch.founder, admit(mal.phone, 'resident'));
    expect(whyNot(patch, back.name)).toBe('key-used');
  });

  test('a lost phone goes alone; its member stays on the other, and it is told to empty itself', async () => {
    const patch = await makePatch();
    const ada = await welcome(patch, patch.founder, 'volunteer');
    const second = await makePhone();
    const { name } = await say(patch, patch.founder, {
      kind: 'device',
      member: ada.name,
      device: second.keys,
    });
    await say(patch, patch.founder, { kind: 'remove-device', device: ada.name, why: 'lost' });
    await say(patch, patch.founder, { kind: 'wipe', device: ada.name });
    expect(stateOf(patch).members.get(ada.name)).toMatchObject({
      role: 'volunteer',
      removed: undefined,
      devices: [
        { name: ada.name, removed: 'lost', wipe: true },
        { name, removed: undefined, wipe: false },
      ],
    });
  });

  test('nobody wipes above themselves', async () => {
    const patch = await makePatch();
    const volunteer = await welcome(patch, patch.founder, 'volunteer');
    const coordinator = await welcome(patch, patch.founder, 'coordinator');
    const wipe = (device: string) => ({ kind: 'wipe', device }) as const;
    const upward = [
      await say(patch, coordinator.phone, wipe(patch.root.name)),
      await say(patch, volunteer.phone, wipe(coordinator.name)),
    ];
    for (const { name } of upward) expect(whyNot(patch, name)).toBe('not-allowed');
    await say(patch, coordinator.phone, wipe(volunteer.name));
    const isToEmptyItself = () => stateOf(patch).members.get(volunteer.name)?.devices[0]?.wipe;
    expect(isToEmptyItself()).toBe(false);
    await say(patch, coordinator.phone, remove(volunteer.name));
    expect(isToEmptyItself()).toBe(true);
  });

  test('notices are told by those who may', async () => {
    const patch = await makePatch();
    const coordinator = await welcome(patch, patch.founder, 'coordinator');
    const resident = await welcome(patch, patch.founder, 'resident');
    await say(patch, coordinator.phone, { kind: 'notice', notice: 'a'.repeat(64) });
    await say(patch, resident.phone, { kind: 'notice', notice: 'b'.repeat(64) });
    expect([...stateOf(patch).notices]).toEqual(['a'.repeat(64)]);
  });
});

describe('the last steward', () => {
  test.each(['remove', 'remove-device', 'role'] as const)('stays: %s', async (kind) => {
    const patch = await makePatch();
    const other = await welcome(patch, patch.founder, 'coordinator');
    const { name } = patch.root;
    const going = {
      remove: { kind, member: name, why: 'left' },
      'remove-device': { kind, device: name, why: 'left' },
      role: { kind, member: name, role: 'resident' },
    }[kind];
    const cut = await say(patch, patch.founder, going as never);
    expect(whyNot(patch, cut.name)).toBe('last-steward');
    expect(roleIn(patch, name)).toBe('steward');
    await say(patch, patch.founder, { kind: 'role', member: other.name, role: 'steward' });
    const again = await say(patch, patch.founder, going as never);
    expect(whyNot(patch, again.name)).toBeUndefined();
  });

  test('is whoever is settled later, when both leave unseen', async () => {
    const patch = await makePatch();
    const second = await welcome(patch, patch.founder, 'steward');
    const { heads } = stateOf(patch);
    await say(patch, second.phone, remove(second.name), heads);
    await say(patch, patch.founder, remove(patch.root.name), heads);
    expect(isIn(patch, patch.root.name)).toBe(false);
    expect(isIn(patch, second.name)).toBe(true);
  });

  test('is not a sheet of paper', async () => {
    const patch = await makePatch();
    const sheet = await makePhone();
    const { name } = patch.root;
    await say(patch, patch.founder, {
      kind: 'recovery',
      member: name,
      device: sheet.keys,
      salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    });
    const cut = await say(patch, patch.founder, {
      kind: 'remove-device',
      device: name,
      why: 'lost',
    });
    expect(whyNot(patch, cut.name)).toBe('last-steward');
  });
});

describe('acts that had not seen each other', () => {
  test('what a removed steward signed meanwhile is void, and all that rests on it', async () => {
    const patch = await makePatch();
    const mal = await welcome(patch, patch.founder, 'steward');
    const before = await welcome(patch, mal.phone, 'resident');
    const { heads } = stateOf(patch);
    const sock = await welcome(patch, mal.phone, 'steward', heads);
    const socks = await welcome(patch, sock.phone, 'steward', [sock.name]);
    await say(patch, patch.founder, remove(mal.name), heads);
    expect(whyNot(patch, sock.name)).toBe('signer-removed');
    expect(whyNot(patch, socks.name)).toBe('unknown-signer');
    expect(isIn(patch, before.name)).toBe(true);
  });

  test('and what a demoted one signed', async () => {
    const patch = await makePatch();
    const mal = await welcome(patch, patch.founder, 'steward');
    const { heads } = stateOf(patch);
    const sock = await welcome(patch, mal.phone, 'coordinator', heads);
    await say(patch, patch.founder, { kind: 'role', member: mal.name, role: 'volunteer' }, heads);
    expect(whyNot(patch, sock.name)).toBe('signer-removed');
    expect(roleIn(patch, mal.name)).toBe('volunteer');
  });

  test('of two who remove each other the earlier appointed stays, whoever was first', async () => {
    const patch = await makePatch();
    const early = await welcome(patch, patch.founder, 'steward');
    const late = await welcome(patch, patch.founder, 'steward');
    const { heads } = stateOf(patch);
    const wrong = await say(patch, late.phone, remove(early.name), heads);
    await say(patch, early.phone, remove(late.name), heads);
    expect([isIn(patch, early.name), isIn(patch, late.name)]).toEqual([true, false]);
    expect(whyNot(patch, wrong.name)).toBe('signer-removed');
  });

  test('a resident of old who was made a steward late is appointed late', async () => {
    const patch = await makePatch();
    const old = await welcome(patch, patch.founder, 'resident');
    const early = await welcome(patch, patch.founder, 'steward');
    await say(patch, patch.founder, { kind: 'role', member: old.name, role: 'steward' });
    const { heads } = stateOf(patch);
    await say(patch, old.phone, remove(early.name), heads);
    await say(patch, early.phone, remove(old.name), heads);
    expect([isIn(patch, early.name), isIn(patch, old.name)]).toEqual([true, false]);
  });

  test('of one member’s phones the earlier stays, though the later claims to be older', async () => {
    const patch = await makePatch();
    const ada = await welcome(patch, patch.founder, 'steward');
    const second = await makePhone();
    const more = { kind: 'device', member: ada.name, device: second.keys } as const;
    const { name } = await say(patch, ada.phone, more);
    const notice = { kind: 'notice', notice: 'a'.repeat(64) } as const;
    const { name: later } = await say(patch, ada.phone, notice);
    const lost = (device: string) => ({ kind: 'remove-device', device, why: 'lost' }) as const;
    await say(patch, ada.phone, lost(name), [later]);
    const theft = await say(patch, second, lost(ada.name), [name]);
    expect(whyNot(patch, theft.name)).toBe('signer-removed');
    expect(isIn(patch, ada.name)).toBe(true);
  });

  test('a ring of three removals comes to an end', async () => {
    const patch = await makePatch();
    const ring = [];
    for (let i = 0; i < 3; i += 1) ring.push(await welcome(patch, patch.founder, 'steward'));
    const { heads } = stateOf(patch);
    for (const [at, { phone }] of ring.entries()) {
      await say(patch, phone, remove(ring[(at + 1) % 3]?.name ?? ''), heads);
    }
    expect(ring.map(({ name }) => isIn(patch, name))).toEqual([false, false, true]);
  });

  test('a coordinator’s removal does not fall on whom a steward meanwhile raised', async () => {
    const patch = await makePatch();
    const coordinator = await welcome(patch, patch.founder, 'coordinator');
    const ada = await welcome(patch, patch.founder, 'resident');
    const { heads } = stateOf(patch);
    await say(patch, patch.founder, { kind: 'role', member: ada.name, role: 'steward' }, heads);
    const cut = await say(patch, coordinator.phone, remove(ada.name), heads);
    expect(whyNot(patch, cut.name)).toBe('outranked');
    const low = { kind: 'role', member: ada.name, role: 'resident' } as const;
    await say(patch, coordinator.phone, low, heads);
    expect(roleIn(patch, ada.name)).toBe('steward');
  });

  test('of two roles given at once the narrower holds, until somebody who saw both chooses', async () => {
    const patch = await makePatch();
    const other = await welcome(patch, patch.founder, 'steward');
    const ada = await welcome(patch, patch.founder, 'resident');
    const { heads } = stateOf(patch);
    const give = (role: 'steward' | 'volunteer') =>
      ({ kind: 'role', member: ada.name, role }) as const;
    await say(patch, patch.founder, give('steward'), heads);
    await say(patch, other.phone, give('volunteer'), heads);
    expect(roleIn(patch, ada.name)).toBe('volunteer');
    await say(patch, other.phone, give('steward'));
    expect(roleIn(patch, ada.name)).toBe('steward');
  });

  test('nobody claims a phone that is another’s by an act that pretends to be older', async () => {
    const patch = await makePatch();
    const coordinator = await welcome(patch, patch.founder, 'coordinator');
    const { heads } = stateOf(patch);
    const ada = await welcome(patch, patch.founder, 'steward');
    const claim = await say(patch, coordinator.phone, admit(ada.phone, 'resident'), heads);
    await say(patch, coordinator.phone, remove(claim.name), [claim.name]);
    expect(isIn(patch, ada.name)).toBe(true);
    expect(roleIn(patch, ada.name)).toBe('steward');
    const still = await say(patch, ada.phone, admit(await makePhone(), 'coordinator'));
    expect(whyNot(patch, still.name)).toBeUndefined();
  });
});

test('a coordinator’s many branches don’t keep a steward from acting', async () => {
  const patch = await makePatch();
  const coordinator = await welcome(patch, patch.founder, 'coordinator');
  const second = await welcome(patch, patch.founder, 'steward');
  for (let at = 0; at < 100; at += 1) {
    const notice = { kind: 'notice', notice: String(at).padStart(64, '0') } as const;
    await say(patch, coordinator.phone, notice, [coordinator.name]);
  }
  const { heads } = stateOf(patch);
  expect(heads).toHaveLength(64);
  expect(heads[0]).toBe(second.name);
  const { name } = await say(patch, second.phone, remove(coordinator.name));
  expect(whyNot(patch, name)).toBeUndefined();
});

describe('a log that is not whole', () => {
  test('keeps what waits for others, and says so', async () => {
    const patch = await makePatch();
    const steward = await welcome(patch, patch.founder, 'steward');
    const late = await welcome(patch, steward.phone, 'resident');
    const part = replay(
      patch.root,
      patch.acts.filter(({ name }) => name !== steward.name),
    );
    expect(part.waiting).toEqual([late.name]);
    expect([...part.members.keys()]).toEqual([patch.root.name]);
    expect(checkHeads(part, [late.name])).toMatchObject({ error: { kind: 'log-too-old' } });
    expect(checkHeads(stateOf(patch), [late.name])).toMatchObject({ ok: true });
    expect(checkHeads(part, [patch.root.name])).toMatchObject({ ok: true });
  });

  test('an act about nobody does nothing', async () => {
    const patch = await makePatch();
    const odd = await say(patch, patch.founder, remove('f'.repeat(64)));
    expect(whyNot(patch, odd.name)).toBe('no-such');
  });
});
