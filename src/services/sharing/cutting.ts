import { fail, ok, type Result } from '#base/result.ts';
import type { KnownAct } from '#trust/act-kinds.ts';
import type { LogState } from '#trust/log.ts';
import type { Device, Member } from '#trust/members.ts';
import type { Role } from '#trust/roles.ts';
import type { LogKeeper } from './log-keeper.ts';
import type { Did, SharingFailure, Told } from './sharing.ts';

export interface CuttingParts {
  readonly log: LogKeeper;
  /** Brings the hub's accounts of these devices in line with the log. */
  readonly tellHub: (devices: readonly Device[]) => Promise<Result<null, SharingFailure>>;
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

/** Taking people and phones out of a register, and changing what they may. */
export function cutting({ log, tellHub, settle, noteMember }: CuttingParts) {
  const signAll = async (acts: readonly KnownAct[]): Promise<Result<null, SharingFailure>> => {
    for (const act of acts) {
      const signed = await log.sign(act);
      if (!signed.ok) return signed;
    }
    return ok(null);
  };

  /**
   * What is signed holds, with a network or without: the hub is told when it can be. Access first:
   * what a hub no longer hands out need not be feared while keys are made.
   */
  const carryOut = async (devices: readonly Device[]): Did<Told> => {
    const told = await tellHub(devices);
    const settled = await settle();
    if (!settled.ok) return settled;
    return ok(told.ok ? 'told' : 'later');
  };

  return {
    remove: async (name: string): Did<Told> => {
      const member = (await log.read()).members.get(name);
      if (!member || member.removed !== undefined) return ok('told');
      const signed = await log.sign({ kind: 'remove', member: name, why: 'removed' });
      if (!signed.ok) return signed;
      await noteMember(member, { hasLeft: true });
      return carryOut(member.devices);
    },

    /** `wipe`: it is lost, and empties itself when it is heard of again. */
    removePhone: async (name: string, wipe: boolean): Did<Told> => {
      const device = findPhone(await log.read(), name);
      if (!device || device.removed !== undefined) return ok('told');
      const why = wipe ? 'lost' : 'removed';
      const cut: KnownAct = { kind: 'remove-device', device: name, why };
      const signed = await signAll(wipe ? [cut, { kind: 'wipe', device: name }] : [cut]);
      return signed.ok ? carryOut([device]) : signed;
    },

    changeRole: async (name: string, role: Role): Did<Told> => {
      const member = (await log.read()).members.get(name);
      if (!member) return fail('not-allowed-here');
      const signed = await log.sign({ kind: 'role', member: name, role });
      if (!signed.ok) return signed;
      await noteMember(member, { role });
      return carryOut(member.devices);
    },
  };
}
