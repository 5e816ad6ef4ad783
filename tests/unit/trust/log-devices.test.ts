import { describe, expect, test } from 'vitest';
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

const whyNot = (patch: Patch, name: string) => stateOf(patch).uncounted.get(name);
const isIn = (patch: Patch, member: string): boolean =>
  stateOf(patch).members.get(member)?.removed === undefined;

describe('a recovery sheet', () => {
  const withSheet = async () => {
    const patch = await makePatch();
    const ada = await welcome(patch, patch.founder, 'steward');
    const sheet = await makePhone();
    const made = await say(patch, ada.phone, {
      kind: 'recovery',
      member: ada.name,
      device: sheet.keys,
      salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    });
    return { patch, ada, sheet, made };
  };

  test('brings its owner a new phone, and does nothing else', async () => {
    const { patch, ada, sheet } = await withSheet();
    const phone = await makePhone();
    await say(patch, sheet, { kind: 'device', member: ada.name, device: phone.keys });
    const next = await say(patch, phone, admit(await makePhone(), 'steward'));
    expect(whyNot(patch, next.name)).toBeUndefined();
    for (const act of [
      admit(await makePhone(), 'resident'),
      remove(patch.root.name),
      { kind: 'device', member: patch.root.name, device: (await makePhone()).keys } as const,
    ]) {
      expect(whyNot(patch, (await say(patch, sheet, act)).name)).toBe('not-allowed');
    }
  });

  test('is worth nothing once replaced, though it pretends not to know', async () => {
    const { patch, ada, sheet, made } = await withSheet();
    const { heads } = stateOf(patch);
    await say(patch, ada.phone, { kind: 'remove-device', device: made.name, why: 'replaced' });
    const thief = { kind: 'device', member: ada.name, device: (await makePhone()).keys } as const;
    expect(whyNot(patch, (await say(patch, sheet, thief, heads)).name)).toBe('signer-removed');
    expect(whyNot(patch, (await say(patch, sheet, thief)).name)).toBe('unknown-signer');
  });

  test('goes with the steward who made it', async () => {
    const { patch, ada, sheet } = await withSheet();
    const { heads } = stateOf(patch);
    await say(patch, patch.founder, remove(ada.name));
    const back = { kind: 'device', member: ada.name, device: (await makePhone()).keys } as const;
    expect(whyNot(patch, (await say(patch, sheet, back, heads)).name)).toBe('signer-removed');
    expect(whyNot(patch, (await say(patch, sheet, back)).name)).toBe('unknown-signer');
  });

  test('is made by stewards, for themselves', async () => {
    const { patch, ada } = await withSheet();
    const coordinator = await welcome(patch, patch.founder, 'coordinator');
    const { keys } = await makePhone();
    const sheetOf = (member: string) =>
      ({ kind: 'recovery', member, device: keys, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }) as const;
    const refused = [
      await say(patch, coordinator.phone, sheetOf(coordinator.name)),
      await say(patch, patch.founder, sheetOf(ada.name)),
    ];
    for (const { name } of refused) expect(whyNot(patch, name)).toBe('not-allowed');
  });
});

describe('a phone that a coordinator planted', () => {
  /** Added to a resident who is made a steward by somebody who doesn't know of it. */
  const planted = async () => {
    const patch = await makePatch();
    const coordinator = await welcome(patch, patch.founder, 'coordinator');
    const ada = await welcome(patch, patch.founder, 'resident');
    const { heads } = stateOf(patch);
    await say(patch, patch.founder, { kind: 'role', member: ada.name, role: 'steward' });
    const phone = await makePhone();
    const more = { kind: 'device', member: ada.name, device: phone.keys } as const;
    const { name } = await say(patch, coordinator.phone, more, heads);
    return { patch, ada, phone, name, heads };
  };

  test('is no steward’s phone', async () => {
    const { patch, ada, phone, name } = await planted();
    const devices = stateOf(patch).members.get(ada.name)?.devices;
    expect(devices?.map(({ vouched }) => vouched)).toEqual([true, false]);
    for (const act of [
      admit(await makePhone(), 'resident'),
      { kind: 'role', member: ada.name, role: 'resident' } as const,
      { kind: 'remove', member: ada.name, why: 'left' } as const,
      { kind: 'remove-device', device: ada.name, why: 'lost' } as const,
    ]) {
      const said = await say(patch, phone, act);
      expect(whyNot(patch, said.name), act.kind).toBe('not-allowed');
    }
    const own = await say(patch, phone, { kind: 'remove-device', device: name, why: 'left' });
    expect(whyNot(patch, own.name)).toBeUndefined();
  });

  test('doesn’t take its member away by an act that claims to be older either', async () => {
    const { patch, ada, phone, name } = await planted();
    const leave = await say(patch, phone, { kind: 'remove', member: ada.name, why: 'left' }, [
      name,
    ]);
    expect(whyNot(patch, leave.name)).toBe('outranked');
    const lost = { kind: 'remove-device', device: ada.name, why: 'lost' } as const;
    expect(whyNot(patch, (await say(patch, phone, lost, [name])).name)).toBe('outranked');
    expect(isIn(patch, ada.name)).toBe(true);
  });

  test('is one once a steward who has seen it says so', async () => {
    const { patch, ada, phone } = await planted();
    await say(patch, patch.founder, { kind: 'role', member: ada.name, role: 'steward' });
    const said = await say(patch, phone, admit(await makePhone(), 'resident'));
    expect(whyNot(patch, said.name)).toBeUndefined();
  });

  test('is brought to a steward by nobody but themselves', async () => {
    const patch = await makePatch();
    const ada = await welcome(patch, patch.founder, 'steward');
    const ben = await welcome(patch, patch.founder, 'coordinator');
    const more = async (member: string) =>
      ({ kind: 'device', member, device: (await makePhone()).keys }) as const;
    for (const { name } of [ada, ben]) {
      const said = await say(patch, patch.founder, await more(name));
      expect(whyNot(patch, said.name)).toBe('not-allowed');
    }
    for (const { name, phone } of [ada, ben]) {
      const said = await say(patch, phone, await more(name));
      expect(whyNot(patch, said.name)).toBeUndefined();
    }
  });

  test('nor does a coordinator who leaves, and claims to have left long ago, take others along', async () => {
    const patch = await makePatch();
    const coordinator = await welcome(patch, patch.founder, 'coordinator');
    const { heads } = stateOf(patch);
    const ada = await welcome(patch, coordinator.phone, 'resident');
    await say(patch, patch.founder, { kind: 'role', member: ada.name, role: 'steward' });
    await say(patch, coordinator.phone, remove(coordinator.name), heads);
    expect(isIn(patch, coordinator.name)).toBe(false);
    expect(stateOf(patch).members.get(ada.name)?.role).toBe('steward');
  });
});
