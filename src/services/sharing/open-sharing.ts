import type { Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, SharedAs } from '#device/device-db.ts';
import { circles as allCircles } from '#domain/sharing/level.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import { bearerOf } from '#sync/hub-account.ts';
import { type AccountSeen, hubApi } from '#sync/hub-api.ts';
import { hubLine } from '#sync/hub-line.ts';
import { openSharer } from '#sync/sharer.ts';
import { atFirst } from '#sync/sharer-state.ts';
import { rankOf } from '#trust/roles.ts';
import type { Ground } from '../make-book.ts';
import { peopleIn, rolesToGive } from './belonging.ts';
import { cutting } from './cutting.ts';
import { openInviting } from './inviting.ts';
import { logKeeper } from './log-keeper.ts';
import { mineIn } from './mine.ts';
import { noticeBook } from './notices.ts';
import { ownRecords } from './own-records.ts';
import type { Reach } from './reach.ts';
import { type SettlingParts, settle, takeOrders } from './settling.ts';
import type { Did, Sharing, SharingFailure, SharingNow } from './sharing.ts';

export interface SharingParts {
  readonly ground: Ground;
  readonly sharedAs: SharedAs;
  readonly device: DeviceDb;
  readonly catalogue: CatalogueDb;
  readonly reach: Reach;
  readonly lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Closes the register and opens it with what its keys are now. */
  readonly reopen: () => void;
}

export interface OpenSharing extends Sharing {
  /** Something was saved. */
  nudge(): void;
  close(): Promise<void>;
}

const pollMs = 3_000;

/** A shared register, kept the same here and at its hub, with all that can be done about sharing. */
export async function openSharing(parts: SharingParts): Promise<OpenSharing> {
  const { ground, sharedAs, catalogue, reach, lock, now } = parts;
  const { keys, circles } = ground;
  const { register } = keys;
  const bearer = bearerOf({ id: sharedAs.account, token: sharedAs.token });
  const { timers } = reach;
  const line = hubLine({ origin: sharedAs.hub, bearer, send: reach.send(sharedAs.hub), timers });
  const api = hubApi(line);
  const log = await logKeeper({ ...parts, keys });
  const notices = noticeBook(catalogue, circles);
  const own = ownRecords(parts);
  const settling: SettlingParts = {
    ...parts,
    ...ground,
    ...{ register, log, notices, memberId: keys.memberId },
    acknowledge: own.acknowledge,
  };
  const inTurn = <T>(work: () => Promise<T>) => lock(`pb-settle-${register}`, work);

  let accounts: readonly AccountSeen[] = [];
  let shown: SharingNow | undefined;
  let stopPolling = () => {};
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const look = async (): Promise<SharingNow> => {
    const state = await log.read();
    const role = mineIn(state, sharedAs)?.role ?? 'resident';
    const people = await peopleIn(state, { ...parts, register, memberId: keys.memberId, accounts });
    shown = {
      ...{ hub: sharedAs.hub, sync: sharer.state(), role, mayInvite: rolesToGive(role) },
      ...{ people, talks: inviting.read() },
    };
    tell();
    return shown;
  };

  const takeIn = () =>
    inTurn(async () => {
      const taken = await takeOrders(settling);
      const settled = taken.ok ? await settle(settling) : taken;
      if (settled.ok && (await own.learnOwn())) parts.reopen();
      if (!settled.ok) await noteTrouble(settled.error);
    });
  const noteTrouble = ({ kind }: SharingFailure) =>
    parts.device.diary.add({ at: now(), what: `sharing: ${kind}` }).then(
      () => {},
      () => {},
    );

  const sharer = openSharer({
    ...{ line, register, lock, now, timers, random: Math.random },
    stores: Object.fromEntries(
      allCircles.flatMap((circle) => {
        const store = circles[circle];
        return store ? [[circle, () => store]] : [];
      }),
    ),
    erased: async (circle) => notices.erased(await log.read(), circle),
    onPulled: takeIn,
    lead: reach.lead,
    onOnline: (work) => reach.onMove(() => reach.isOnline() && work()),
    onState: (sync) => {
      if (shown) shown = { ...shown, sync };
      tell();
    },
  });

  const settleNow = (): Promise<Result<null, SharingFailure>> => inTurn(() => settle(settling));
  const inviting = await openInviting({
    ...settling,
    api,
    sign: keys.signingPublic ?? (keys.founding as unknown as FoundingRecord).founder,
    founding: keys.founding as unknown as FoundingRecord,
    noteMember: (person, displayName, role) => own.noteMember(person, { displayName, role }),
    publish: settleNow,
    onChange: () => void look(),
  });
  const cuts = cutting({
    ...{ register, log, api, settle: settleNow },
    noteMember: ({ person }, change) => own.noteMember(person, change),
  });

  /** What was done is sent on its way at once, and shown. */
  const after = async <T>(did: Did<T>): Did<T> => {
    const result = await did;
    sharer.nudge();
    await look();
    return result;
  };
  const askAccounts = async () => {
    if (rankOf((await look()).role) === 0) return;
    const told = await api.accounts(register);
    if (told.ok) accounts = told.value;
    await look();
  };
  /** Whoever waits to be let in is heard of while somebody looks. */
  const poll = async () => {
    stopPolling();
    if (listeners.size === 0) return;
    if (await inviting.goOn()) stopPolling = timers.after(pollMs, () => void poll());
  };

  const onScreen = () => sharer.setOnScreen(reach.isOnScreen());
  const forget = reach.onMove(onScreen);
  const begun = await settleNow();
  if (!begun.ok) await noteTrouble(begun.error);
  onScreen();
  sharer.nudge();
  await look();

  return {
    read: () =>
      shown ?? {
        ...{ hub: sharedAs.hub, sync: atFirst, role: 'resident', mayInvite: [] },
        ...{ people: [], talks: [] },
      },
    listen: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) void askAccounts().then(poll);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stopPolling();
      };
    },
    syncNow: async () => {
      await sharer.syncNow();
      await look();
    },
    acceptHub: async () => {
      await sharer.syncNow({ allowNewGeneration: true });
      await look();
    },
    invite: async (role, forMyself = false) => {
      const made = await after(inviting.invite(role, forMyself));
      void poll();
      return made;
    },
    letIn: (invite, picked) => after(inviting.letIn(invite, picked)),
    takeBack: (invite) => after(inviting.takeBack(invite)),
    changeRole: (member, role) => after(cuts.changeRole(member, role)),
    remove: (member) => after(cuts.remove(member, 'removed')),
    removePhone: (phone, wipe) => after(cuts.removePhone(phone, wipe)),
    leave: () => after(cuts.remove(sharedAs.member, 'left')),
    nudge: () => sharer.nudge(),
    close: async () => {
      stopPolling();
      forget();
      listeners.clear();
      sharer.stop();
    },
  };
}
