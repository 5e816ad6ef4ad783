import type { AccountSeen } from '#sync/hub-api.ts';
import { atFirst } from '#sync/sharer-state.ts';
import type { LogState } from '#trust/log.ts';
import { rankOf } from '#trust/roles.ts';
import { peopleIn, rolesToGive } from './belonging.ts';
import { mineIn } from './mine.ts';
import { noPhotos, photosNow } from './photos-now.ts';
import { erasuresOf } from './receipts.ts';
import type { SharingNow, SheetNow } from './sharing.ts';
import { liveSheets } from './sheets.ts';
import { whoLetIn } from './standing-here.ts';
import type { TalkNow } from './talk.ts';
import type { SharingParts, Tools } from './tools.ts';

async function acknowledgementsIn({ catalogue }: SharingParts) {
  const rows = await catalogue.papers.where('type').equals('acknowledgement').toArray();
  return rows.flatMap(({ paper }) => (paper.type === 'acknowledgement' ? [paper] : []));
}

async function sheetNow(state: LogState, log: Tools['log']): Promise<SheetNow | undefined> {
  const last = liveSheets(state).at(-1);
  const act = log.acts().find(({ name }) => name === last?.sheet.name);
  return last && act ? { madeAt: act.at, by: last.member } : undefined;
}

/** All that is read from the log and the papers, at this moment. */
async function readAll(
  parts: SharingParts,
  { log, notices, own }: Tools,
  accounts: readonly AccountSeen[],
): Promise<Omit<SharingNow, 'hub' | 'sync' | 'talks' | 'out'>> {
  const { register, memberId } = parts.ground.keys;
  const state = await log.read();
  const role = mineIn(state, parts.sharedAs)?.role ?? 'resident';
  const acknowledgements = await acknowledgementsIn(parts);
  const founder = await own.founder();
  const people = await peopleIn(state, { ...parts, register, memberId, founder, accounts });
  const letIn = whoLetIn(state).map(({ name }) => name);
  return {
    ...{ role, people, letIn },
    mayInvite: rolesToGive(role),
    mayErase: rankOf(role) > 0,
    photos: await photosNow({ ...parts, ...parts.ground, register }),
    sheet: await sheetNow(state, log),
    erased: erasuresOf({ notices: await notices.read(state), acknowledgements, state }),
  };
}

/** What screens show, made anew after each change; whoever listens is told. */
export function openView(parts: SharingParts, tools: Tools) {
  const { hub } = parts.sharedAs;
  const listeners = new Set<() => void>();
  let accounts: readonly AccountSeen[] = [];
  let shown: SharingNow = {
    ...{ hub, sync: atFirst, role: 'resident', out: parts.out, letIn: [] },
    ...{ mayInvite: [], mayErase: false, people: [], erased: [], talks: [] },
    ...{ sheet: undefined, photos: noPhotos },
  };
  const show = (more: Partial<SharingNow>) => {
    shown = { ...shown, ...more };
    for (const listener of listeners) listener();
  };
  let looking: Promise<void> | undefined;
  let isStale = false;
  /** Rows move in bursts: while one look is under way, the next one waits, for all that came since. */
  const lookAgain = async (): Promise<void> => {
    isStale = true;
    looking ??= (async () => {
      while (isStale) {
        isStale = false;
        show(await readAll(parts, tools, accounts));
      }
    })().finally(() => {
      looking = undefined;
    });
    await looking;
  };
  return {
    listeners,
    show,
    look: async (talks: readonly TalkNow[]): Promise<void> =>
      show({ ...(await readAll(parts, tools, accounts)), talks }),
    /** What came or was written may say something of people and of what was erased. */
    lookAgain,
    read: () => shown,
    /** When each phone was last heard of: the hub tells those who may invite. */
    askAccounts: async (): Promise<readonly AccountSeen[]> => {
      if (rankOf(shown.role) === 0 || shown.out !== undefined) return [];
      const told = await tools.api.accounts(parts.ground.keys.register);
      if (told.ok) accounts = told.value;
      return told.ok ? told.value : [];
    },
  };
}
export type View = ReturnType<typeof openView>;
