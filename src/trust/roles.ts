import type { roles } from '#domain/register/register.ts';
import type { Circle } from '#domain/sharing/level.ts';

export type Role = (typeof roles)[number];

/** What a role may sign: a steward all, a coordinator what concerns those without a rank. */
export type Rank = 0 | 1 | 2;

const membersOnly: readonly Circle[] = ['members'];
const bothCircles: readonly Circle[] = ['team', 'members'];

interface Rights {
  readonly rank: Rank;
  readonly circles: readonly Circle[];
}

const rights: Readonly<Record<Role, Rights>> = {
  resident: { rank: 0, circles: membersOnly },
  partner: { rank: 0, circles: membersOnly },
  volunteer: { rank: 0, circles: bothCircles },
  connector: { rank: 0, circles: bothCircles },
  'link-worker': { rank: 0, circles: bothCircles },
  coordinator: { rank: 1, circles: bothCircles },
  steward: { rank: 2, circles: bothCircles },
};

export const rankOf = (role: Role): Rank => rights[role].rank;

export const circlesOf = (role: Role): readonly Circle[] => rights[role].circles;

/** Narrower first: of two roles given at the same time the one that allows less holds. */
export const reachOf = (role: Role): number => rankOf(role) * 10 + circlesOf(role).length;
