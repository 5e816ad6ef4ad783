import * as v from 'valibot';

/** Who may see a thing, narrowest first (docs/privacy.md). */
export const shareLevels = ['device', 'team', 'members', 'public'] as const;
export type ShareLevel = (typeof shareLevels)[number];
export const shareLevelSchema = v.picklist(shareLevels);

/** Where a facet lives. `device` is no circle: it never replicates. `public` is a mark in `members`. */
export const homes = ['device', 'team', 'members'] as const;
export type Home = (typeof homes)[number];
export const circles = ['team', 'members'] as const;
export type Circle = (typeof circles)[number];

export const shareRank = (level: ShareLevel): number => shareLevels.indexOf(level);

export const narrower = (a: ShareLevel, b: ShareLevel): ShareLevel =>
  shareRank(a) <= shareRank(b) ? a : b;

export const homeOf = (level: ShareLevel): Home => (level === 'public' ? 'members' : level);

/** What a phone in this circle holds: the team also holds what all members hold. */
export const homesOfCircle: Readonly<Record<Circle, readonly Home[]>> = {
  team: ['team', 'members'],
  members: ['members'],
};
