import { makeInvite, spellInvite } from '#trust/invite.ts';

/** As long as a real one: a hub with a name, and as many heads as the log has. */
export function inviteLink(heads = 1): string {
  const hub = 'https://patchbook.pillgwenlly.example.org';
  const invite = makeInvite(
    {
      hub,
      register: 'c4'.repeat(16),
      heads: Array.from({ length: heads }, (_, at) => `${at}b`.repeat(32)),
      role: 'coordinator',
    },
    new Date('2026-11-26T14:05:00Z'),
  );
  return `${hub}/join#${spellInvite(invite)}`;
}
