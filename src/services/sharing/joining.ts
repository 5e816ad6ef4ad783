import { toBase64 } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { guarded, type StorageFailure } from '#device/storage-trouble.ts';
import { bearerOf } from '#sync/hub-account.ts';
import { hubApi } from '#sync/hub-api.ts';
import { hubLine, type Send } from '#sync/hub-line.ts';
import type { Timers } from '#sync/timers.ts';
import { type Invite, readInvite } from '#trust/invite.ts';
import { askToJoin } from '#trust/joining/joiner.ts';
import { readOut } from '../out.ts';
import { type JoinerState, knockOn, saidIn } from './joiner-talk.ts';
import { mailboxToken } from './mailbox.ts';
import { moveIn } from './moving-in.ts';
import { makeOwn } from './own-keys.ts';
import type { JoinFailure, Joining, JoiningNow } from './talk.ts';

export interface JoiningParts {
  readonly device: DeviceDb;
  /** As it is when keys come: a lock may be set meanwhile. */
  readonly safe: () => Safe | undefined;
  readonly send: (hub: string) => Send;
  readonly timers: Timers;
  readonly now: () => number;
  /** Opens the register that was joined. */
  readonly open: (register: string) => Promise<void>;
}

const pollMs = 3_000;

async function apiFor(invite: Invite, { send, timers }: JoiningParts) {
  const bearer = bearerOf({ id: invite.invite, token: await mailboxToken(invite) });
  const hub = invite.hub ?? '';
  return hubApi(hubLine({ origin: hub, bearer, send: send(hub), timers }));
}

/** An invite that one can knock with: it names a hub. */
function readLink(
  link: string,
  now: number,
): Result<Invite & { readonly hub: string }, JoinFailure> {
  const invite = readInvite(link, new Date(now));
  if (!invite.ok) return invite;
  const { hub } = invite.value;
  return hub === undefined ? fail('no-hub') : ok({ ...invite.value, hub });
}

const keepKnock = (
  { talks }: DeviceDb,
  state: JoinerState,
): Promise<Result<null, StorageFailure>> =>
  guarded(async () => {
    const { invite, register } = saidIn(state).invite;
    await talks.put({ invite, register, startedAt: state.askedAt, side: 'invited', state });
    return null;
  });

function shown(state: JoinerState, failure?: JoiningNow['failure']): JoiningNow {
  const { invite, newcomer } = saidIn(state);
  const { register, hub = '', role, until } = invite;
  const why = state.step === 'over' ? { kind: state.why } : failure;
  return {
    ...{ step: state.step, register, hub, role, name: newcomer.name, askedAt: state.askedAt },
    until: until.toISOString(),
    ...(state.step === 'words' && { words: state.shown.words }),
    ...(why && { failure: why }),
  };
}

/** Whoever was taken out may be let in anew, and keeps what is here. */
async function isInside(device: DeviceDb, register: string): Promise<boolean> {
  if (!(await device.keys.get(register))) return false;
  return (await readOut(device, register)) === undefined;
}

/** What a phone makes of itself and its first message, before a word of it is sent. */
async function firstKnock(
  link: string,
  name: string,
  { device, now }: JoiningParts,
): Promise<Result<JoinerState, JoinFailure>> {
  const invite = readLink(link, now());
  if (!invite.ok) return invite;
  if (await isInside(device, invite.value.register)) return fail('already-here');
  const made = await makeOwn(invite.value.register);
  if (!made.ok) return made;
  const newcomer = { ...made.value.newcomer, name: name.trim().normalize('NFC') };
  const asked = await askToJoin(invite.value, newcomer, new Date(now()));
  if (!asked.ok) return asked;
  const message = toBase64(asked.value.message);
  const own = { own: made.value.own, askedAt: now() };
  return ok({ ...own, step: 'asked', asked: asked.value.state, message });
}

/** What the link says of itself. */
function lookAt(link: string, now: number): ReturnType<Joining['look']> {
  const read = readLink(link, now);
  if (!read.ok) return read;
  const { role, hub, until } = read.value;
  return ok({ role, hub, until: until.toISOString() });
}

/** The knock that was under way when the app was closed. */
async function knockKept({ talks }: DeviceDb): Promise<JoinerState | undefined> {
  const rows = await talks.filter(({ side }) => side === 'invited').toArray();
  return rows[0]?.state as JoinerState | undefined;
}

/** Joining a register from this phone; one knock at a time. */
export async function openJoining(parts: JoiningParts): Promise<Joining> {
  const { device, now, timers } = parts;
  const listeners = new Set<() => void>();
  let state = await knockKept(device);
  let failure: JoiningNow['failure'];
  let joinedRegister: JoiningNow | undefined;
  let stopWaiting = () => {};
  let isAsking = false;

  /** The same until something is told: who draws it compares by identity. */
  let told = state && shown(state);
  const tell = () => {
    told = joinedRegister ?? (state && shown(state, failure));
    for (const listener of listeners) listener();
  };

  const keep = async (next: JoinerState) => {
    const kept = await keepKnock(device, next);
    if (kept.ok) state = next;
    tell();
    return kept;
  };

  const knock = async (): Promise<void> => {
    if (!state || state.step === 'over') return;
    const api = await apiFor(saidIn(state).invite, parts);
    const moved = await knockOn(state, { api, now, keep });
    failure = moved.ok ? undefined : moved.error;
    if (!moved.ok) return;
    state = moved.value.state;
    if (state.step === 'over') await keep(state);
    if (!('joined' in moved.value)) return;
    const moving = await moveIn(moved.value.joined, state, {
      ...parts,
      safe: parts.safe(),
    });
    failure = moving.ok ? undefined : moving.error;
    if (!moving.ok) return;
    joinedRegister = { ...shown(state), step: 'in' };
    state = undefined;
    await parts.open(joinedRegister.register);
  };

  const again = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    await knock().finally(() => (isAsking = false));
    tell();
    wait();
  };

  /** Only while somebody looks: a phone in a pocket asks when it is taken out again. */
  const wait = () => {
    stopWaiting();
    if (!state || state.step === 'over' || listeners.size === 0) return;
    stopWaiting = timers.after(pollMs, () => void again());
  };

  const ask: Joining['ask'] = async (link, name) => {
    const first = await firstKnock(link, name, parts);
    const kept = first.ok ? await keep(first.value) : first;
    if (kept.ok) void again();
    return kept;
  };

  return {
    read: () => told,
    listen: (listener) => {
      listeners.add(listener);
      if (state) void again();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stopWaiting();
      };
    },
    look: (link) => lookAt(link, now()),
    ask,
    again,
    giveUp: async () => {
      stopWaiting();
      if (state) await device.talks.delete(saidIn(state).invite.invite);
      state = undefined;
      failure = undefined;
      tell();
    },
  };
}
