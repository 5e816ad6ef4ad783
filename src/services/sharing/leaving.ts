import { fail, ok } from '#base/result.ts';
import type { SharedAs } from '#device/device-db.ts';
import type { Sharer } from '#sync/sharer.ts';
import type { CuttingParts } from './cutting.ts';
import type { LogKeeper } from './log-keeper.ts';
import type { Did, Told } from './sharing.ts';

export interface LeavingParts extends Pick<CuttingParts, 'settle' | 'noteMember'> {
  readonly sharedAs: Pick<SharedAs, 'member'>;
  readonly log: Pick<LogKeeper, 'read' | 'sign'>;
  readonly sharer: Pick<Sharer, 'syncNow' | 'state'>;
  /** Ends this phone's own account at the hub. */
  readonly endOwn: () => Promise<{ readonly ok: boolean }>;
}

/**
 * What waits is sent first, then the farewell; the account ends last, for without it nothing more
 * would be heard. Whoever has no network leaves all the same: it is told when there is one.
 */
export const leaving =
  ({ sharedAs, log, sharer, endOwn, settle, noteMember }: LeavingParts) =>
  async (): Did<Told> => {
    const me = (await log.read()).members.get(sharedAs.member);
    if (!me || me.removed !== undefined) return fail('not-allowed-here');
    await sharer.syncNow();
    const signed = await log.sign({ kind: 'remove', member: me.name, why: 'left' });
    if (!signed.ok) return signed;
    await noteMember(me, { hasLeft: true });
    const settled = await settle();
    if (!settled.ok) return settled;
    await sharer.syncNow();
    if (sharer.state().kind !== 'shared') return ok('later');
    return ok((await endOwn()).ok ? 'told' : 'later');
  };
