import type { Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, SharedAs } from '#device/device-db.ts';
import { heldCircles } from '#register/open-register.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import { bearerOf } from '#sync/hub-account.ts';
import { type AccountSeen, hubApi } from '#sync/hub-api.ts';
import { type HubLine, hubLine } from '#sync/hub-line.ts';
import { openSharer, type Sharer } from '#sync/sharer.ts';
import { atFirst } from '#sync/sharer-state.ts';
import { rankOf } from '#trust/roles.ts';
import type { Ground } from '../make-book.ts';
import { peopleIn, rolesToGive } from './belonging.ts';
import { cutting } from './cutting.ts';
import { openInviting } from './inviting.ts';
import { type LogKeeper, logKeeper } from './log-keeper.ts';
import type { HubApi } from './mailbox.ts';
import { mineIn } from './mine.ts';
import { noticeBook } from './notices.ts';
import { ownRecords } from './own-records.ts';
import type { Reach } from './reach.ts';
import { type SettlingParts, settle, takeOrders } from './settling.ts';
import type { Did, Sharing, SharingFailure, SharingNow } from './sharing.ts';
import type { TalkNow } from './talk.ts';

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

interface Tools {
  readonly log: LogKeeper;
  readonly line: HubLine;
  readonly api: HubApi;
  readonly own: ReturnType<typeof ownRecords>;
  readonly notices: ReturnType<typeof noticeBook>;
  readonly settling: SettlingParts;
  /** One at a time among all tabs. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly settleNow: () => Promise<Result<null, SharingFailure>>;
}

async function makeTools(parts: SharingParts): Promise<Tools> {
  const { ground, sharedAs, catalogue, reach, lock } = parts;
  const { keys, circles } = ground;
  const { register } = keys;
  const bearer = bearerOf({ id: sharedAs.account, token: sharedAs.token });
  const { timers } = reach;
  const line = hubLine({ origin: sharedAs.hub, bearer, send: reach.send(sharedAs.hub), timers });
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
  const settleNow = () => inTurn(() => settle(settling));
  return { log, line, api: hubApi(line), own, notices, settling, inTurn, settleNow };
}

/** For the phone's holder to read and pass on: sharing goes on, and tries again next time. */
const noteTrouble = ({ device, now }: SharingParts, { kind }: SharingFailure) =>
  device.diary.add({ at: now(), what: `sharing: ${kind}` }).then(
    () => {},
    () => {},
  );

function openRounds(parts: SharingParts, tools: Tools, onState: () => void): Sharer {
  const { ground, reach, lock, now, reopen } = parts;
  const { line, log, notices, own, settling, inTurn } = tools;
  const takeIn = () =>
    inTurn(async () => {
      const taken = await takeOrders(settling);
      const settled = taken.ok ? await settle(settling) : taken;
      if (settled.ok && (await own.learnOwn())) reopen();
      if (!settled.ok) await noteTrouble(parts, settled.error);
    });
  return openSharer({
    ...{ line, lock, now, register: ground.keys.register, timers: reach.timers },
    random: Math.random,
    stores: Object.fromEntries(
      heldCircles(ground.circles).map(([circle, store]) => [circle, () => store]),
    ),
    erased: async (circle) => notices.erased(await log.read(), circle),
    onPulled: takeIn,
    lead: reach.lead,
    onOnline: (work) => reach.onMove(() => reach.isOnline() && work()),
    onState,
  });
}

const openTalks = (
  { ground: { keys } }: SharingParts,
  { settling, api, own, settleNow }: Tools,
  onChange: () => void,
) => {
  const founding = keys.founding as unknown as FoundingRecord;
  return openInviting({
    ...{ ...settling, api, founding, publish: settleNow, onChange },
    sign: keys.signingPublic ?? founding.founder,
    noteMember: (person, displayName, role) => own.noteMember(person, { displayName, role }),
  });
};

/** What screens show, made anew after each change; whoever listens is told. */
function openView(parts: SharingParts, { log, api }: Tools) {
  const { keys } = parts.ground;
  const { register, memberId } = keys;
  const { hub } = parts.sharedAs;
  const listeners = new Set<() => void>();
  let accounts: readonly AccountSeen[] = [];
  let shown: SharingNow = {
    ...{ hub, sync: atFirst, role: 'resident', mayInvite: [], people: [], talks: [] },
  };
  const show = (more: Partial<SharingNow>) => {
    shown = { ...shown, ...more };
    for (const listener of listeners) listener();
  };
  const look = async (talks: readonly TalkNow[]): Promise<void> => {
    const state = await log.read();
    const role = mineIn(state, parts.sharedAs)?.role ?? 'resident';
    const people = await peopleIn(state, { ...parts, register, memberId, accounts });
    show({ role, people, talks, mayInvite: rolesToGive(role) });
  };
  return {
    listeners,
    show,
    look,
    read: () => shown,
    /** When each phone was last heard of: the hub tells those who may invite. */
    askAccounts: async () => {
      if (rankOf(shown.role) === 0) return;
      const told = await api.accounts(register);
      if (told.ok) accounts = told.value;
    },
  };
}

/** A shared register, kept the same here and at its hub, with all that can be done about sharing. */
export async function openSharing(parts: SharingParts): Promise<OpenSharing> {
  const { reach, sharedAs, ground } = parts;
  const tools = await makeTools(parts);
  const view = openView(parts, tools);
  const sharer = openRounds(parts, tools, () => view.show({ sync: sharer.state() }));
  const inviting = await openTalks(parts, tools, () => void look());
  const look = () => view.look(inviting.read());
  const { log, api, own, settleNow } = tools;
  const cuts = cutting({
    ...{ register: ground.keys.register, log, api, settle: settleNow },
    noteMember: ({ person }, change) => own.noteMember(person, change),
  });

  /** What was done is sent on its way at once, and shown. */
  const after = async <T>(did: Did<T>): Did<T> => {
    const result = await did;
    sharer.nudge();
    await look();
    return result;
  };
  let stopPolling = () => {};
  /** Whoever waits to be let in is heard of while somebody looks. */
  const poll = async () => {
    stopPolling();
    if (view.listeners.size === 0) return;
    if (await inviting.goOn()) stopPolling = reach.timers.after(pollMs, () => void poll());
  };
  const begin = () => view.askAccounts().then(look).then(poll);

  const onScreen = () => sharer.setOnScreen(reach.isOnScreen());
  const forget = reach.onMove(onScreen);
  const begun = await settleNow();
  if (!begun.ok) await noteTrouble(parts, begun.error);
  onScreen();
  sharer.nudge();
  await look();

  return {
    read: view.read,
    listen: (listener) => {
      view.listeners.add(listener);
      if (view.listeners.size === 1) void begin();
      return () => {
        view.listeners.delete(listener);
        if (view.listeners.size === 0) stopPolling();
      };
    },
    syncNow: () => sharer.syncNow().then(look),
    acceptHub: () => sharer.syncNow({ allowNewGeneration: true }).then(look),
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
      view.listeners.clear();
      sharer.stop();
    },
  };
}
