import { expect, test } from 'vitest';
import type { Notice } from '#domain/notice/notice.ts';
import { erasuresOf } from '#services/sharing/receipts.ts';
import { makePatch, makePhone, remove, say, stateOf, welcome } from '../../trust/neighbours.ts';

const noticeOf = (id: string, share: 'team' | 'members', more: object): Notice =>
  ({
    ...{ id, type: 'notice', share, status: 'active', createdBy: id, ids: ['0'.repeat(32)] },
    ...{ on: '2026-11-26', reason: 'erased', createdAt: '2026-11-26T10:00:00.000Z', ...more },
  }) as unknown as Notice;

const acknowledged = (device: string, notices: readonly string[]) => ({ device, notices }) as never;

test('an erasure is gone from a phone that has followed all that it is told', async () => {
  const patch = await makePatch();
  const ada = await welcome(patch, patch.founder, 'volunteer');
  const bo = await welcome(patch, patch.founder, 'resident');
  const cai = await welcome(patch, patch.founder, 'resident');
  const second = await makePhone();
  const phone = await say(patch, patch.founder, {
    ...{ kind: 'device', member: bo.name, device: second.keys },
  });
  await say(patch, patch.founder, remove(cai.name));
  const signedBy = patch.founder.keys.sign;
  const notices = [
    noticeOf('m', 'members', { signedBy }),
    noticeOf('t', 'team', { signedBy }),
    noticeOf('later', 'members', { signedBy, createdAt: '2026-11-27T10:00:00.000Z' }),
    noticeOf('moved', 'members', { signedBy, reason: 'moved' }),
  ];
  const acknowledgements = [
    acknowledged(patch.root.name, ['m', 't', 'later']),
    // The team's part has not come there yet.
    acknowledged(ada.name, ['m']),
    acknowledged(bo.name, ['m']),
  ];
  const [later, first, ...more] = erasuresOf({ notices, acknowledgements, state: stateOf(patch) });
  expect(more).toEqual([]);
  expect(first).toMatchObject({ on: '2026-11-26', by: patch.root.name });
  expect(first?.phones).toEqual([
    { member: patch.root.name, phone: patch.root.name, isGone: true },
    { member: ada.name, phone: ada.name, isGone: false },
    { member: bo.name, phone: bo.name, isGone: true },
    { member: bo.name, phone: phone.name, isGone: false },
  ]);
  expect(later?.phones.filter(({ isGone }) => isGone)).toHaveLength(1);
});
