import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountOf } from '#services/sharing/account-of.ts';
import { strangersAmong } from '#services/sharing/strangers.ts';
import type { AccountSeen } from '#sync/hub-api.ts';
import type { Act } from '#trust/act-kinds.ts';
import { admit, makePatch, makePhone, type Patch, say, stateOf } from '../../trust/neighbours.ts';

const seenAs = (id: string, days: number | null): AccountSeen => ({
  id,
  days,
  circles: ['members'],
  mayInvite: false,
  seen: null,
});
const own = 'a'.repeat(32);
const nobody = (at: number): string => at.toString(16).padStart(32, '0');

let patch: Patch;
let named: readonly string[];
const heardWith = (more: readonly Act[] = [], waiting: readonly string[] = []) => ({
  state: { ...stateOf(patch), waiting },
  acts: [...patch.acts, ...more.map((act) => ({ act }))],
  own,
});

beforeAll(async () => {
  patch = await makePatch();
  const [ada, gone, second, refused] = [
    await makePhone(),
    await makePhone(),
    await makePhone(),
    await makePhone(),
  ];
  const member = await say(patch, patch.founder, admit(ada, 'resident'));
  await say(patch, patch.founder, { kind: 'device', member: member.name, device: second.keys });
  const other = await say(patch, patch.founder, admit(gone, 'resident'));
  await say(patch, patch.founder, { kind: 'remove', member: other.name, why: 'removed' });
  // A resident may let nobody in: the act is here, and does not count.
  await say(patch, ada, admit(refused, 'resident'));
  const keys = [ada, gone, second, refused].map(({ keys: { sign } }) => sign);
  const { register, founder } = patch.root;
  named = await Promise.all([founder, ...keys].map((sign) => accountOf(register, sign)));
});

describe('accounts at the hub', () => {
  test('takes what nobody named, and nobody who was named, is young or asks', async () => {
    const id = fc.oneof(fc.constantFrom(own, ...named), fc.nat(30).map(nobody));
    const account = fc.tuple(id, fc.option(fc.nat(40))).map(([who, days]) => seenAs(who, days));
    await fc.assert(
      fc.asyncProperty(fc.array(account), async (accounts) => {
        const isOld = ({ days }: AccountSeen) => typeof days === 'number' && days > 14;
        const stays = [own, ...named];
        const expected = accounts.filter((one) => isOld(one) && !stays.includes(one.id));
        const taken = await strangersAmong(accounts, heardWith());
        expect(taken).toEqual(expected.map((one) => one.id));
      }),
    );
  });

  test('all stay while an act is of a kind not known here, or waits for another', async () => {
    const accounts = [seenAs(nobody(1), 40)];
    expect(await strangersAmong(accounts, heardWith())).toEqual([nobody(1)]);
    expect(await strangersAmong(accounts, heardWith([{ kind: 'unknown' }]))).toEqual([]);
    expect(await strangersAmong(accounts, heardWith([], ['f'.repeat(64)]))).toEqual([]);
  });
});
