import { ok } from '#base/result.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import type { NewSheet } from '#trust/recovery-sheet.ts';
import { noticeSigner } from '../make-book.ts';
import { cutting } from './cutting.ts';
import { eraseEverywhere, hangingIn } from './erasing.ts';
import { fetchingPhotos } from './fetch-photo.ts';
import { type Inviting, openInviting } from './inviting.ts';
import { openKeeping } from './keeping.ts';
import { leaving } from './leaving.ts';
import { sendAgain } from './photo-queue.ts';
import { takeOrders, takeUp } from './settling.ts';
import type { Did, Sharing } from './sharing.ts';
import { makeTools, noteTrouble, type SharingParts, type Tools } from './tools.ts';
import { openView } from './view.ts';

export interface OpenSharing extends Sharing {
  /** Something was saved, or came. */
  nudge(): void;
  close(): Promise<void>;
}

const pollMs = 3_000;

const openTalks = (
  { device, ground: { keys } }: SharingParts,
  { settling, api, own, settleNow }: Tools,
  onChange: () => void,
): Promise<Inviting> => {
  const founding = keys.founding as unknown as FoundingRecord;
  return openInviting({
    ...{ ...settling, device, api, founding, publish: settleNow, onChange },
    sign: keys.signingPublic ?? founding.founder,
    noteMember: (person, displayName, role) => own.noteMember(person, { displayName, role }),
  });
};

function openErasing(
  parts: SharingParts,
  { log, traces, settling, inTurn, settleNow }: Tools,
): Sharing['erase'] {
  const { ground, catalogue } = parts;
  const erasing = {
    ...{ ...parts, ...ground, ...noticeSigner(ground.keys), log },
    hangingOn: (id: string) => hangingIn(catalogue, id),
    follow: () => takeOrders(settling),
    forget: traces.ofThing,
  };
  return async (thing) => {
    const done = await inTurn(() => eraseEverywhere(thing, erasing));
    // The log's word on it travels with the members' circle.
    const settled = await settleNow();
    await ground.caughtUp();
    return done.ok ? settled : done;
  };
}

/** What can be done about who belongs. */
function openCommands(
  parts: SharingParts,
  tools: Tools,
  { here, accounts, sharer, endOwn }: ReturnType<typeof openKeeping>,
) {
  const { log, own, sheets, inTurn, settleNow } = tools;
  const noteMember: Parameters<typeof cutting>[0]['noteMember'] = async ({ person }, change) =>
    own.noteMember(person ?? (await own.founder()), change);
  const { sharedAs } = parts;
  const leave = leaving({ sharedAs, log, sharer, endOwn, settle: settleNow, noteMember });
  return {
    ...cutting({ log, settle: settleNow, tellHub: accounts.align, noteMember }),
    erase: openErasing(parts, tools),
    leave: () => here.hold(leave),
    beginSheet: async (sheet: NewSheet): Did => {
      const begun = await inTurn(() => sheets.begin(sheet));
      return begun.ok ? settleNow() : begun;
    },
  };
}

/** What people ask for of photos; sending them is the rounds' own. */
function openPhotos(
  parts: SharingParts,
  { photos }: Tools,
  syncNow: () => Promise<void>,
): Pick<Sharing, 'sendPhotosAgain' | 'fetchPhoto'> {
  const { register } = parts.ground.keys;
  return {
    sendPhotosAgain: async () => {
      await sendAgain({ ...parts, register });
      await syncNow();
    },
    fetchPhoto: fetchingPhotos({ ...parts, photos, register }),
  };
}

/** A shared register, kept the same here and at its hub, with all that can be done about sharing. */
export async function openSharing(parts: SharingParts): Promise<OpenSharing> {
  const { reach, out } = parts;
  const tools = await makeTools(parts);
  const { afoot } = tools;
  const view = openView(parts, tools);
  const keeping = openKeeping(parts, tools, view);
  const { here, sharer } = keeping;
  const inviting = await openTalks(parts, tools, () => afoot.run(look));
  const look = () => view.look(inviting.read());
  const commands = openCommands(parts, tools, keeping);

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
    if (await inviting.goOn()) stopPolling = reach.timers.after(pollMs, () => afoot.run(poll));
  };
  const begin = () => view.askAccounts().then(look).then(poll);

  const onScreen = () => sharer.setOnScreen(reach.isOnScreen());
  const forget = reach.onMove(onScreen);
  const begun = out === 'removed' ? ok(null) : await tools.settleNow();
  if (!begun.ok) await noteTrouble(parts, begun.error);
  onScreen();
  sharer.nudge();
  await look();
  // What was signed about this phone may have come by a file, or may lie at the hub by now.
  afoot.run(() => (out === 'removed' ? here.onShut() : here.look()));

  return {
    read: view.read,
    listen: (listener) => {
      view.listeners.add(listener);
      if (view.listeners.size === 1) afoot.run(begin);
      return () => {
        view.listeners.delete(listener);
        if (view.listeners.size === 0) stopPolling();
      };
    },
    syncNow: () => sharer.syncNow().then(look),
    bookTaken: () => after(tools.inTurn(() => takeUp(tools.settling))),
    ...openPhotos(parts, tools, () => sharer.syncNow().then(look)),
    acceptHub: () => sharer.syncNow({ allowNewGeneration: true }).then(look),
    invite: async (role, forMyself = false) => {
      const made = await after(inviting.invite(role, forMyself));
      afoot.run(poll);
      return made;
    },
    letIn: (invite, picked) => after(inviting.letIn(invite, picked)),
    takeBack: (invite) => after(inviting.takeBack(invite)),
    drawSheet: tools.sheets.draw,
    beginSheet: (sheet) => after(commands.beginSheet(sheet)),
    changeRole: (member, role) => after(commands.changeRole(member, role)),
    remove: (member) => after(commands.remove(member)),
    removePhone: (phone, wipe) => after(commands.removePhone(phone, wipe)),
    erase: (thing) => after(commands.erase(thing)),
    leave: async () => {
      const left = await after(commands.leave());
      if (left.ok) await here.look();
      return left;
    },
    nudge: () => {
      sharer.nudge();
      if (view.listeners.size > 0) afoot.run(view.lookAgain);
    },
    close: async () => {
      afoot.end();
      stopPolling();
      forget();
      view.listeners.clear();
      sharer.stop();
      tools.tabs.close();
    },
  };
}
