import type { Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, SharedAs } from '#device/device-db.ts';
import { newsStore } from '#device/news-store.ts';
import type { Safe } from '#device/safe.ts';
import type { TabTalk } from '#sync/ask-leader.ts';
import { bearerOf } from '#sync/hub-account.ts';
import { hubApi } from '#sync/hub-api.ts';
import { type HubLine, hubLine } from '#sync/hub-line.ts';
import { type HubPhotos, hubPhotos } from '#sync/hub-photos.ts';
import type { Keyring } from '../keyring.ts';
import { type Ground, noticeSigner } from '../make-book.ts';
import type { Out } from '../out.ts';
import { type Background, background } from './background.ts';
import { forgettingWithNews } from './erased-news.ts';
import { type LogKeeper, logKeeper } from './log-keeper.ts';
import type { HubApi } from './mailbox.ts';
import { type NoticeBook, noticeBook, noticesIn } from './notices.ts';
import { ownRecords } from './own-records.ts';
import { ownTraces } from './own-traces.ts';
import type { Reach } from './reach.ts';
import { rescuing } from './rescue.ts';
import { ringKeeper } from './ring-keeper.ts';
import { type SettlingParts, settle } from './settling.ts';
import type { SharingFailure } from './sharing.ts';

export interface SharingParts {
  readonly ground: Ground;
  readonly sharedAs: SharedAs;
  readonly device: DeviceDb;
  readonly safe: Safe | undefined;
  readonly keyring: Keyring;
  readonly catalogue: CatalogueDb;
  readonly reach: Reach;
  readonly lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Why this phone only reads; undefined while it belongs. */
  readonly out: Out | undefined;
  /** Closes the register and opens it with what its keys are now. */
  readonly reopen: () => void;
  /** Closes the register and takes it off this phone: a steward has signed that it be emptied. */
  readonly empty: () => void;
}

/** What a shared register is kept with while it is open. */
export interface Tools {
  readonly log: LogKeeper;
  readonly line: HubLine;
  readonly api: HubApi;
  readonly photos: HubPhotos;
  readonly own: ReturnType<typeof ownRecords>;
  readonly traces: ReturnType<typeof ownTraces>;
  readonly notices: NoticeBook;
  readonly sheets: ReturnType<typeof ringKeeper>;
  readonly settling: SettlingParts;
  /** One at a time among all tabs. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly settleNow: () => Promise<Result<null, SharingFailure>>;
  readonly afoot: Background;
  /** With the other tabs that hold this register. */
  readonly tabs: TabTalk & { close(): void };
}

/** Said to the other tabs when keys have come. */
export const keysCame = 'keys-came';

export async function makeTools(parts: SharingParts): Promise<Tools> {
  const { ground, sharedAs, catalogue, reach, lock } = parts;
  const { keys, circles } = ground;
  const { register } = keys;
  const bearer = bearerOf({ id: sharedAs.account, token: sharedAs.token });
  const { timers } = reach;
  const line = hubLine({ origin: sharedAs.hub, bearer, send: reach.send(sharedAs.hub), timers });
  const log = await logKeeper({ ...parts, keys });
  const traces = ownTraces({ ...parts, ...ground, register });
  const heardOf = noticesIn(catalogue);
  const store = newsStore(parts.device, register);
  const forget = forgettingWithNews({ traces, store, own: noticeSigner(keys).signedBy });
  const rescue = rescuing({ ...parts, ...ground, register });
  const notices = noticeBook({ heardOf, circles, forget, rescue });
  const own = ownRecords(parts);
  const tabs = reach.tabs(`patchbook-sync-${register}`);
  const settling: SettlingParts = {
    ...parts,
    ...ground,
    ...{ register, log, notices, memberId: keys.memberId },
    acknowledge: own.acknowledge,
    onKeys: () => tabs.say(keysCame),
  };
  const inTurn = <T>(work: () => Promise<T>) => lock(`pb-settle-${register}`, work);
  const settleNow = () => inTurn(() => settle(settling));
  const api = hubApi(line);
  const sheets = ringKeeper({ ...parts, register, log, api });
  const photos = hubPhotos(line, register);
  const lines = { line, photos, api, tabs };
  const made = { ...lines, log, own, traces, sheets, notices, settling, inTurn, settleNow };
  return { ...made, afoot: background() };
}

/** For the phone's holder to read and pass on: sharing goes on, and tries again next time. */
export const noteTrouble = (
  { device, now }: Pick<SharingParts, 'device' | 'now'>,
  { kind }: SharingFailure,
): Promise<void> =>
  device.diary.add({ at: now(), what: `sharing: ${kind}` }).then(
    () => {},
    () => {},
  );
