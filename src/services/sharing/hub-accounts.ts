import { toBase64 } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { AccountSeen } from '#sync/hub-api.ts';
import type { VerifiedAct } from '#trust/act.ts';
import { sealFarewell } from '#trust/farewell.ts';
import type { LogState } from '#trust/log.ts';
import type { Device, Member } from '#trust/members.ts';
import { circlesOf, rankOf } from '#trust/roles.ts';
import { accountOf } from './account-of.ts';
import type { LogKeeper } from './log-keeper.ts';
import type { HubApi } from './mailbox.ts';
import type { SharingFailure } from './sharing.ts';
import { strangersAmong } from './strangers.ts';

export interface HubAccountsParts {
  readonly register: string;
  /** This phone's. */
  readonly own: { readonly account: string; readonly member: string };
  readonly log: Pick<LogKeeper, 'read' | 'acts' | 'hasNewer'>;
  readonly api: HubApi;
}

type Done = Promise<Result<null, SharingFailure>>;

/** What was signed about the device, for its phone to read when it comes to a shut door. */
async function farewellTo(
  { name, box }: Device,
  member: Member,
  { register, acts }: { readonly register: string; readonly acts: readonly VerifiedAct[] },
): Promise<string | undefined> {
  if (box === undefined) return undefined;
  const to = { register, device: name, member: member.name };
  const sealed = await sealFarewell(box, to, acts);
  return sealed.ok ? toBase64(sealed.value) : undefined;
}

/** A phone that its member's rank does not cover holds no keys of the team. */
const wishFor = ({ role }: Member, { vouched }: Device) => ({
  circles: vouched ? circlesOf(role) : circlesOf('resident'),
  mayInvite: vouched && rankOf(role) > 0,
});

function differs(member: Member, device: Device, seen: AccountSeen): boolean {
  const { circles, mayInvite } = wishFor(member, device);
  const isSame = [...seen.circles].sort().join() === [...circles].sort().join();
  return device.removed !== undefined || seen.mayInvite !== mayInvite || !isSame;
}

/** The hub's accounts follow the log: it is the log that says who belongs. */
export function hubAccounts({ register, own, log, api }: HubAccountsParts) {
  const end = async (member: Member, device: Device, account: string): Done => {
    const farewell = await farewellTo(device, member, { register, acts: log.acts() });
    const ended = await api.endAccount(register, account, farewell);
    if (ended.ok || ended.error.kind === 'unknown') return ok(null);
    return ended.error.kind === 'last-inviter' ? fail('last-steward') : fail(ended.error.kind);
  };

  const change = async (member: Member, device: Device, account: string): Done => {
    const changed = await api.changeAccount(register, account, wishFor(member, device));
    if (changed.ok || changed.error.kind === 'unknown') return ok(null);
    return changed.error.kind === 'last-inviter' ? fail('last-steward') : fail(changed.error.kind);
  };

  const ownerOf = ({ members }: LogState, name: string): Member | undefined =>
    [...members.values()].find(({ devices }) => devices.some((device) => device.name === name));

  /** Of one device, by all that the log says now. */
  const alignOne = async (state: LogState, name: string): Done => {
    const member = ownerOf(state, name);
    const device = member?.devices.find((each) => each.name === name);
    if (!member || !device) return ok(null);
    const account = await accountOf(register, device.sign);
    return device.removed === undefined
      ? change(member, device, account)
      : end(member, device, account);
  };

  const alignAll = async (names: readonly string[]): Done => {
    const state = await log.read();
    let worst: Result<null, SharingFailure> = ok(null);
    for (const name of names) {
      const done = await alignOne(state, name);
      if (!done.ok) worst = done;
    }
    return worst;
  };

  /** An account that nobody stands behind; only a steward may say so. */
  const endStrangers = async (accounts: readonly AccountSeen[]): Done => {
    const state = await log.read();
    const me = state.members.get(own.member);
    if (!me || me.removed !== undefined || rankOf(me.role) < 2 || log.hasNewer()) return ok(null);
    const heard = { state, acts: log.acts(), own: own.account };
    for (const account of await strangersAmong(accounts, heard)) {
      const ended = await api.endAccount(register, account);
      if (!ended.ok && ended.error.kind !== 'unknown')
        return fail(ended.error.kind === 'last-inviter' ? 'last-steward' : ended.error.kind);
    }
    return ok(null);
  };

  return {
    endStrangers,
    /** After something was signed about these devices. */
    align: (devices: readonly Device[]): Done => alignAll(devices.map(({ name }) => name)),
    /** What was signed without a network, or by somebody whom the hub did not heed. */
    catchUp: async (accounts: readonly AccountSeen[]): Done => {
      const seenBy = new Map(accounts.map((seen) => [seen.id, seen]));
      const behind: string[] = [];
      for (const member of (await log.read()).members.values())
        for (const device of member.devices) {
          const seen = seenBy.get(await accountOf(register, device.sign));
          if (seen && differs(member, device, seen)) behind.push(device.name);
        }
      return alignAll(behind);
    },
  };
}
