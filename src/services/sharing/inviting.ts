import { toBase64 } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import { type Invite, makeInvite, spellInvite } from '#trust/invite.ts';
import { choose } from '#trust/joining/inviter.ts';
import type { Newcomer } from '#trust/joining/joiner.ts';
import { sealWelcome, type Welcome } from '#trust/joining/welcome.ts';
import { circlesOf, type Role } from '#trust/roles.ts';
import type { EpochParts } from './epoch-keeper.ts';
import { goOn, type InviterState, shownTalk, type TalkFailure } from './inviter-talk.ts';
import { hoardOf } from './key-chest.ts';
import { type HubApi, mailboxHash } from './mailbox.ts';
import { mineIn } from './mine.ts';
import type { Did, SharingFailure } from './sharing.ts';
import type { TalkNow } from './talk.ts';

export interface InvitingParts extends EpochParts {
  readonly api: HubApi;
  readonly device: DeviceDb;
  /** Ed25519 public key of this phone, base64. */
  readonly sign: string;
  readonly founding: FoundingRecord;
  /** Writes down who has come, for the lists of members. */
  readonly noteMember: (person: string, name: string, role: Role) => Promise<void>;
  /** What was signed is put where others read it. */
  readonly publish: () => Promise<Result<null, SharingFailure>>;
  readonly onChange: () => void;
}

export interface Inviting {
  read(): readonly TalkNow[];
  invite(role: Role, forMyself: boolean): Did<TalkNow>;
  letIn(invite: string, picked: number | undefined): Did;
  takeBack(invite: string): Did;
  /** Asks the hub about every talk that is open; answers whether there are any. */
  goOn(): Promise<boolean>;
}

const linkTo = (invite: Invite): string => `${invite.hub ?? ''}/join#${spellInvite(invite)}`;
const isWaiting = ({ step }: InviterState): boolean => !['in', 'over', 'choosing'].includes(step);

const keepTalk = (
  { talks }: DeviceDb,
  { register, now }: Pick<InvitingParts, 'register' | 'now'>,
  state: InviterState,
): Promise<Result<null, SharingFailure>> =>
  guarded(async () => {
    const { invite } = state.invite;
    const startedAt = (await talks.get(invite))?.startedAt ?? now();
    await talks.put({ invite, register, side: 'inviter', startedAt, state });
    return null;
  });

/** The newcomer's place in the log: signed once, however often it is tried. */
async function admit(
  parts: InvitingParts,
  { invite, forMyself }: InviterState,
  { device, name }: Newcomer,
): Promise<Result<null, SharingFailure>> {
  const state = await parts.log.read();
  const known = [...state.members.values()].flatMap(({ devices }) => devices);
  if (known.some(({ sign }) => sign === device.sign)) return ok(null);
  const person = parts.newId();
  const { member } = parts.sharedAs;
  const signed = await parts.log.sign(
    forMyself
      ? { kind: 'device', member, device }
      : { kind: 'admit', person, device, role: invite.role },
  );
  if (!signed.ok) return signed;
  if (!forMyself) await parts.noteMember(person, name, invite.role);
  return parts.publish();
}

async function welcomeFor(
  { keyring, register, founding, log }: InvitingParts,
  role: Role,
): Promise<Welcome> {
  const row = await keyring.get(register);
  const mine = (row?.circles ?? []).filter(({ circle }) => circlesOf(role).includes(circle));
  const hoards = mine.map(async (held) => [held.circle, await hoardOf(held)] as const);
  return {
    founding,
    acts: log.acts().map(({ signed }) => signed),
    circles: Object.fromEntries(await Promise.all(hoards)),
  };
}

/** The talks of this phone, newest first. */
async function keptTalks({ device, register }: InvitingParts) {
  const rows = await device.talks.where('register').equals(register).toArray();
  const mine = rows.filter(({ side }) => side === 'inviter');
  const newestFirst = mine.toSorted((a, b) => b.startedAt - a.startedAt);
  return new Map(newestFirst.map(({ invite, state }) => [invite, state as InviterState]));
}

/** An invite that the hub knows of, for this role. */
async function makeOpen(
  parts: InvitingParts,
  role: Role,
  forMyself: boolean,
): Promise<Result<InviterState, SharingFailure>> {
  const { register, api, now, sharedAs } = parts;
  const state = await parts.log.read();
  const me = mineIn(state, sharedAs);
  if (!me) return fail('not-allowed-here');
  const wish = { hub: sharedAs.hub, register, heads: state.heads };
  const invite = makeInvite({ ...wish, role: forMyself ? me.role : role }, new Date(now()));
  const until = invite.until.toISOString();
  const mailbox = await mailboxHash(invite);
  const put = await api.makeInvite(invite.invite, { register, until, mailbox });
  if (!put.ok) return put.error.kind === 'too-long' ? fail('broken') : fail(put.error.kind);
  return ok({ invite, forMyself, step: 'open' });
}

export async function openInviting(parts: InvitingParts): Promise<Inviting> {
  const { device, api, onChange } = parts;
  const states = await keptTalks(parts);
  const failures = new Map<string, TalkFailure>();

  const keep = async (state: InviterState): Promise<Result<null, TalkFailure>> => {
    const kept = await keepTalk(device, parts, state);
    if (!kept.ok) return { ok: false, error: kept.error as TalkFailure };
    states.set(state.invite.invite, state);
    onChange();
    return ok(null);
  };

  const advance = async (state: InviterState): Promise<void> => {
    const moved = await goOn(state, { ...parts, keep });
    const id = state.invite.invite;
    if (moved.ok) failures.delete(id);
    else failures.set(id, moved.error);
    onChange();
  };

  const invite: Inviting['invite'] = async (role, forMyself) => {
    const open = await makeOpen(parts, role, forMyself);
    if (!open.ok) return open;
    const kept = await keep(open.value);
    return kept.ok ? ok(shownTalk(open.value, linkTo)) : kept;
  };

  const end = async (state: InviterState, why: 'wrong-words' | 'expired'): Did => {
    const { forMyself } = state;
    const kept = await keep({ invite: state.invite, forMyself, step: 'over', why });
    await api.endInvite(state.invite.invite);
    return kept;
  };

  const letIn: Inviting['letIn'] = async (id, picked) => {
    const state = states.get(id);
    if (state?.step !== 'choosing') return fail('expired');
    const approved = choose(state.choosing, picked);
    if (!approved.ok) {
      await end(state, 'wrong-words');
      return approved;
    }
    const { newcomer } = approved.value;
    const admitted = await admit(parts, state, newcomer);
    if (!admitted.ok) return admitted;
    const sealed = await sealWelcome(approved.value, await welcomeFor(parts, state.invite.role));
    if (!sealed.ok) return sealed;
    const { invite: made, forMyself } = state;
    const welcome = sealed.value.map(toBase64);
    const next = { invite: made, forMyself, step: 'letting-in', newcomer, parts: welcome } as const;
    const kept = await keep(next);
    if (!kept.ok) return kept;
    await advance(next);
    return ok(null);
  };

  return {
    read: () =>
      [...states.values()].map((state) =>
        shownTalk(state, linkTo, failures.get(state.invite.invite)),
      ),
    invite,
    letIn,
    takeBack: async (id) => {
      const state = states.get(id);
      if (!state) return ok(null);
      await api.endInvite(id);
      await device.talks.delete(id);
      states.delete(id);
      onChange();
      return ok(null);
    },
    goOn: async () => {
      const waiting = [...states.values()].filter(isWaiting);
      for (const state of waiting) await advance(state);
      return waiting.length > 0;
    },
  };
}
