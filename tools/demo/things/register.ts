import { toDegrees } from '../ground/metres.ts';
import { type Written, written } from './written.ts';

/** The made-up book itself; its name in the language shown is put there by the app. */
export const register: Written = written('register')('own', {
  name: 'Pont Dychmyg (made up)',
  share: 'members',
  purpose: 'Made up, to look around in. Nothing here is real.',
  area: 'Both banks of the River Dychmyg, which no map has.',
  centre: [...toDegrees([0, 0])],
  inCharge: [
    { name: 'Glenys', role: 'coordinator' },
    { name: 'Nia', role: 'link-worker' },
  ],
  languages: ['cy', 'en'],
  safeguardingName: 'Nia',
  safeguardingPhone: '01632 960100',
});

const member = (key: string, displayName: string, roles: readonly string[]): Written =>
  written('member')(key, { displayName, roles, state: 'active', share: 'members' });

/** Who wrote the made-up book: with them two words make a thing confirmed. */
export const members: readonly Written[] = [
  member('glenys', 'Glenys', ['coordinator', 'resident']),
  member('tomos', 'Tomos', ['volunteer', 'resident']),
  member('priya', 'Priya', ['volunteer', 'resident']),
  member('nia', 'Nia', ['link-worker']),
];
