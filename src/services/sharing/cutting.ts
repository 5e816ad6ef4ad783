import { fail, ok, type Result } from '#base/result.ts';
import type { KnownAct } from '#trust/act-kinds.ts';
import type { LogState } from '#trust/log.ts';
import type { Device, Member } from '#trust/members.ts';
import { circlesOf, type Role, rankOf } from '#trust/roles.ts';
import { accountOf } from './account-of.ts';
import type { LogKeeper } from './log-keeper.ts';
import type { HubApi } from './mailbox.ts';
import type { Did, SharingFailure } from './sharing.ts';

export interface CuttingParts {
  readonly register: string;
  readonly log: LogKeeper;
  readonly api: HubApi;
  /** New keys where they are needed, and all that was signed put where others read it. */
  readonly settle: () => Promise<Result<null, SharingFailure>>;
  /** Says in the member's record what has become of them. */
  readonly noteMember: (
    member: Member,
    change: { readonly role?: Role; readonly hasLeft?: true },
  ) => Promise<void>;
}

const findPhone = ({ members }: LogState, name: string): Device | undefined =>
  [...members.values()].flatMap(({ devices }) => devices).find((device) => device.name === name);

/** Access first: what a hub no longer hands out need not be feared while keys are made. */
async function endAccess(
  { register, api }: CuttingParts,
  devices: readonly Device[],
): Promise<Result<null, SharingFailure>> {
  for (const { sign } of devices) {
    const ended = await api.endAccount(register, await accountOf(register, sign));
    if (ended.ok || ended.error.kind === 'unknown') continue;
    return ended.error.kind === 'last-inviter' ? fail('last-steward') : fail(ended.error.kind);
  }
  return ok(null);
}

async function signAll(
  { log, settle }: CuttingParts,
  acts: readonly KnownAct[],
): Promise<Result<null, SharingFailure>> {
  for (const act of acts) {
    const signed = await log.sign(act);
    if (!signed.ok) return signed;
  }
  return settle();
}

/** Taking people and phones out of a register, and changing what they may. */
export function cutting(parts: CuttingParts) {
  const { log, api, register, noteMember } = parts;

  const remove = async (name: string, why: 'removed' | 'left'): Did => {
    const member = (await log.read()).members.get(name);
    if (!member) return ok(null);
    const signed = await log.sign({ kind: 'remove', member: name, why });
    if (!signed.ok) return signed;
    await noteMember(member, { hasLeft: true });
    const ended = why === 'removed' ? await endAccess(parts, member.devices) : ok(null);
    const settled = await parts.settle();
    return ended.ok ? settled : ended;
  };

  const removePhone = async (name: string, wipe: boolean): Did => {
    const device = findPhone(await log.read(), name);
    if (!device) return ok(null);
    const why = wipe ? 'lost' : 'removed';
    const cut: KnownAct = { kind: 'remove-device', device: name, why };
    const acts: KnownAct[] = wipe ? [cut, { kind: 'wipe', device: name }] : [cut];
    const signed = await signAll(parts, acts);
    const ended = await endAccess(parts, [device]);
    return signed.ok ? ended : signed;
  };

  const changeRole = async (name: string, role: Role): Did => {
    const member = (await log.read()).members.get(name);
    if (!member) return fail('not-allowed-here');
    const signed = await log.sign({ kind: 'role', member: name, role });
    if (!signed.ok) return signed;
    await noteMember(member, { role });
    const circles = circlesOf(role);
    for (const { sign } of member.devices) {
      const account = await accountOf(register, sign);
      const changed = await api.changeAccount(register, account, {
        circles,
        mayInvite: rankOf(role) > 0,
      });
      if (!changed.ok && changed.error.kind !== 'unknown')
        return changed.error.kind === 'last-inviter'
          ? fail('last-steward')
          : fail(changed.error.kind);
    }
    return parts.settle();
  };

  return { remove, removePhone, changeRole };
}
