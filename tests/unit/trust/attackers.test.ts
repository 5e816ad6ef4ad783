import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogState } from '#trust/log.ts';
import { rankOf } from '#trust/roles.ts';
import { runs } from '../../support/runs.ts';
import { makePatch, makePhone, type Phone, remove, say, stateOf, welcome } from './neighbours.ts';
import { live, madeUpEpoch, wish } from './random-log.ts';

/** A register with a history: who is gone had a rank and appointed people. */
const honest = await makePatch();
const { founder } = honest;
const second = await welcome(honest, founder, 'steward');
const coordinator = await welcome(honest, founder, 'coordinator');
const mal = await welcome(honest, founder, 'steward');
const resident = await welcome(honest, mal.phone, 'resident');
const partner = await welcome(honest, coordinator.phone, 'partner');
await say(honest, mal.phone, { kind: 'role', member: partner.name, role: 'volunteer' });
await say(honest, founder, madeUpEpoch(1, 5));
const raised = await welcome(honest, coordinator.phone, 'resident');
const more = { kind: 'device', member: raised.name, device: (await makePhone()).keys } as const;
await say(honest, coordinator.phone, more);
await say(honest, founder, { kind: 'role', member: raised.name, role: 'steward' });
const low = await welcome(honest, mal.phone, 'coordinator');
const sheet = await makePhone();
await say(honest, mal.phone, {
  kind: 'recovery',
  member: mal.name,
  device: sheet.keys,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
});
await say(honest, founder, { kind: 'role', member: low.name, role: 'resident' });
await say(honest, second.phone, remove(mal.name));
await say(honest, second.phone, madeUpEpoch(2, 7));
await welcome(honest, coordinator.phone, 'resident');
const before = stateOf(honest);

const wishes = fc.array(wish, { minLength: 1, maxLength: 25 });

/** The same history, then what attackers sign who may claim to have seen as little as they like. */
async function attack(attackers: readonly Phone[], list: Parameters<typeof live>[2]) {
  const patch = { ...honest, acts: [...honest.acts] };
  await live(patch, [...attackers], list);
  return stateOf(patch);
}

const standingOf = ({ members }: LogState, name: string) => {
  const member = members.get(name);
  return member && { role: member.role, removed: member.removed, devices: member.devices };
};

/** A coordinator may have added others, which share no rank. */
const vouchedFor = ({ members }: LogState, name: string) => {
  const member = members.get(name);
  const phones = member?.devices.filter(({ vouched }) => vouched);
  return { role: member?.role, removed: member?.removed, phones };
};

test('the history is what the attacks assume', () => {
  expect(before.uncounted.size).toBe(0);
  expect(before.members.get(mal.name)?.removed).toBe('removed');
  expect(before.members.size).toBe(9);
});

describe('whatever they sign and whatever they pretend not to have seen', () => {
  const powerless = [mal.phone, sheet, low.phone, resident.phone];

  test('a removed steward, their sheet, a demoted coordinator and a resident change nobody', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const after = await attack(powerless, list);
        expect([...after.members.keys()]).toEqual([...before.members.keys()]);
        for (const name of before.members.keys()) {
          // They may leave, which is all that a resident signs.
          if (name === resident.name || name === low.name) continue;
          expect(standingOf(after, name)).toEqual(standingOf(before, name));
        }
        for (const { name } of [resident, low]) {
          expect(rankOf(after.members.get(name)?.role ?? 'steward')).toBe(0);
        }
        expect(after.epochs.members.all).toEqual(before.epochs.members.all);
        expect(after.notices).toEqual(before.notices);
      }),
      runs(300),
    );
  });

  test('with a coordinator beside them, nobody has a rank who had none, or loses one', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const after = await attack([...powerless, coordinator.phone], list);
        for (const { name } of [honest.root, second, mal]) {
          expect(standingOf(after, name)).toEqual(standingOf(before, name));
        }
        expect(vouchedFor(after, raised.name)).toEqual(vouchedFor(before, raised.name));
        for (const [name, { role }] of after.members) {
          const had = before.members.get(name)?.role ?? 'resident';
          expect(rankOf(role)).toBeLessThanOrEqual(rankOf(had));
        }
      }),
      runs(300),
    );
  });
});
