import { beforeEach } from 'vitest';
import type { HomeStore } from '#register/home-store.ts';
import { makeRing } from '../../../../support/sync-phones.ts';
import { makePatch, type Patch, welcome } from '../../../trust/neighbours.ts';
import { erasingPhone, type Rings } from './erasing-phones.ts';

export const bench = { name: 'Chatty bench', assetType: 'place.bench', share: 'members' };

/** A patch with both circles' keys, new for each test, and phones of whoever is in it. */
export function erasingStage() {
  const now: { patch?: Patch; rings?: Rings } = {};
  const the = () => {
    const { patch, rings } = now;
    if (!patch || !rings) throw new Error('Asked for before a test began.');
    return { patch, rings };
  };
  beforeEach(async () => {
    now.patch = await makePatch();
    const { register } = now.patch.root;
    now.rings = { members: await makeRing(register), team: await makeRing(register, 'team') };
  });
  return {
    patch: () => the().patch,
    rings: () => the().rings,
    stewards: (home?: HomeStore) => {
      const { patch, rings } = the();
      const named = { member: patch.root.name, ...(home && { home }) };
      return erasingPhone(patch, rings, patch.founder, named);
    },
    somebodys: async (role: 'volunteer' | 'resident' | 'coordinator', home?: HomeStore) => {
      const { patch, rings } = the();
      const { phone, name } = await welcome(patch, patch.founder, role);
      const { members } = rings;
      const held: Rings = role === 'resident' && members ? { members } : rings;
      return {
        own: phone,
        ...erasingPhone(patch, held, phone, { member: name, ...(home && { home }) }),
      };
    },
  };
}
