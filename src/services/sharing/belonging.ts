import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { SharedAs } from '#device/device-db.ts';
import type { AccountSeen } from '#sync/hub-api.ts';
import type { LogState } from '#trust/log.ts';
import type { Device, Member } from '#trust/members.ts';
import { type Role, rankOf } from '#trust/roles.ts';
import { accountOf } from './account-of.ts';
import type { Belonging, Phone } from './sharing.ts';

export interface PeopleParts {
  readonly register: string;
  readonly sharedAs: Pick<SharedAs, 'member' | 'device'>;
  /** The member record of this phone's holder. */
  readonly memberId: string;
  /** The member record of the founder, of whom the log names none. */
  readonly founder: string | undefined;
  readonly catalogue: CatalogueDb;
  /** As the hub tells them to those who may invite. */
  readonly accounts: readonly AccountSeen[];
}

const allRoles: readonly Role[] = [
  'resident',
  'volunteer',
  'connector',
  'link-worker',
  'partner',
  'coordinator',
  'steward',
];

/** A steward may give any role, a coordinator those without a say over others. */
export function rolesToGive(role: Role): readonly Role[] {
  const rank = rankOf(role);
  if (rank === 0) return [];
  return rank === 2 ? allRoles : allRoles.filter((each) => rankOf(each) === 0);
}

const mayChange = (me: Member | undefined, other: Member): boolean => {
  if (!me || me.name === other.name) return false;
  return rankOf(me.role) === 2 || (rankOf(me.role) === 1 && rankOf(other.role) === 0);
};

async function phoneOf(
  { name, sign }: Device,
  { register, sharedAs, accounts }: PeopleParts,
): Promise<Phone> {
  const account = await accountOf(register, sign);
  const seenOn = accounts.find(({ id }) => id === account)?.seen ?? undefined;
  return { name, isThis: name === sharedAs.device, seenOn };
}

/** Phones only: a recovery sheet lies in a drawer. */
const phonesOf = ({ devices }: Member): readonly Device[] =>
  devices.filter(({ removed, salt }) => removed === undefined && salt === undefined);

/** All who belong by the log, this phone's holder first, then by name. */
export async function peopleIn(
  { members }: LogState,
  parts: PeopleParts,
): Promise<readonly Belonging[]> {
  const { sharedAs, catalogue, memberId, founder } = parts;
  const me = members.get(sharedAs.member);
  const here = [...members.values()].filter(({ removed }) => removed === undefined);
  const persons = here.map((member) => (member === me ? memberId : (member.person ?? founder)));
  const rows = await catalogue.things.bulkGet(persons.map((person) => person ?? ''));
  const people = here.map(async (member, at): Promise<Belonging> => {
    const phones = phonesOf(member).map((device) => phoneOf(device, parts));
    return {
      name: member.name,
      person: persons[at],
      displayName: rows[at]?.name,
      role: member.role,
      isMe: member === me,
      phones: await Promise.all(phones),
      mayChange: mayChange(me, member),
    };
  });
  const byName = (a: Belonging, b: Belonging) =>
    (a.displayName ?? '').localeCompare(b.displayName ?? '');
  const all = (await Promise.all(people)).toSorted(byName);
  return [...all.filter(({ isMe }) => isMe), ...all.filter(({ isMe }) => !isMe)];
}
