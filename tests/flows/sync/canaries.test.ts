import { expect, test } from 'vitest';
import type { Circle } from '#domain/sharing/level.ts';
import { everyFile } from '../../support/every-file.ts';
import { aPhone, makeRing } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';
import { addAccount } from '../../unit/hub/support/running-hub.ts';

const stage = syncStage();

const mark = (circle: Circle, at: number) => `canary-${circle}-${at}-`;
const perRecord = 10;

/** What was said and answered on the line, unpacked. */
function overheard(): () => string {
  const heard: string[] = [];
  stage.proxy.faults = ({ path }) =>
    path.endsWith('/moved')
      ? undefined
      : {
          change: (body, sent) => {
            heard.push(path, sent, JSON.stringify(body));
            return body;
          },
        };
  return () => heard.join('\n');
}

test('of a thousand marked words none is on the hub’s disk or on the wire, and a member’s phone gets none of the team’s', async () => {
  const { register, proxy } = stage;
  const wire = overheard();
  const rings = { members: stage.ring, team: await makeRing(register.id, 'team') };
  const both = await addAccount(register, ['members', 'team']);
  const parts = { register, account: both, origin: proxy.origin };
  const anns = {
    members: await aPhone({ ...parts, ring: rings.members }),
    team: await aPhone({ ...parts, ring: rings.team, circle: 'team' }),
  };
  for (const circle of ['members', 'team'] as const)
    for (let at = 0; at < 50; at += 1) {
      const words = Array.from({ length: perRecord }, (_, more) => mark(circle, at * 10 + more));
      await anns[circle].say(at, { note: words.join(' ') });
    }
  await anns.members.round();
  await anns.team.round();
  const bo = await stage.phone();
  await bo.round();

  expect(await bo.read(49)).toContain(mark('members', 499));
  const told = wire();
  expect(told.length).toBeGreaterThan(100_000);
  expect(told.includes('canary-')).toBe(false);
  const disk = everyFile(stage.hub.dataFolder);
  const teams = new Set((await anns.team.leaves()).map(({ _id }) => _id));
  expect(teams.size).toBe(50);
  expect([...teams].filter((id) => !disk.includes(id))).toEqual([]);
  expect(disk.includes('canary-')).toBe(false);
  expect((await bo.leaves()).filter(({ _id }) => teams.has(_id))).toEqual([]);
  const asked = await fetch(`${proxy.origin}/db/${register.id}-team/_changes`, {
    headers: { Authorization: `Bearer ${bo.bearer}` },
  });
  expect(asked.status).toBe(403);
});
