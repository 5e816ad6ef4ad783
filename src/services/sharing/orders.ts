import { ok, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { Graves } from '#register/graves.ts';
import type { HomeStore, WriteFailure } from '#register/home-store.ts';
import type { CircleStores } from '#register/open-register.ts';
import { logKeeper } from './log-keeper.ts';
import { type NoticeBookParts, noticeBook, noticesIn } from './notices.ts';
import { ownTraces } from './own-traces.ts';
import { rescuing } from './rescue.ts';
import { liveSheets, type SheetDevice } from './sheets.ts';

export interface OrdersParts {
  readonly keys: KeysRow;
  readonly device: DeviceDb;
  readonly catalogue: CatalogueDb;
  readonly circles: CircleStores;
  readonly own: HomeStore;
  readonly now: () => number;
}

/** What signed notices allow to be taken away, by all that this phone has heard of. */
export interface Orders {
  /** `_id`s that were erased in a circle, or moved out of it. */
  erased(circle: Circle): Promise<Graves>;
  /** Does here what they say. */
  follow(): Promise<Result<null, WriteFailure>>;
  /** Recovery sheets that work. */
  sheets(): Promise<readonly SheetDevice[]>;
  /** The member record of whose device or sheet signs with this key; none for the founder's. */
  personBy(sign: string): Promise<string | undefined>;
}

/**
 * For whoever takes in what did not come from a hub. A register that was never shared has a log
 * too: its founder alone is in it.
 */
export async function ordersIn(parts: OrdersParts): Promise<Orders> {
  const log = await logKeeper(parts);
  const heardOf = noticesIn(parts.catalogue);
  const traces = ownTraces({ ...parts, register: parts.keys.register });
  const forget: NoticeBookParts['forget'] = async (circle, id) => {
    const forgotten = await traces.ofDocument(circle, id);
    return forgotten.ok ? ok(null) : forgotten;
  };
  const rescue = rescuing({ ...parts, register: parts.keys.register });
  const book = noticeBook({ ...parts, heardOf, forget, rescue });
  return {
    personBy: async (sign) =>
      [...(await log.read()).members.values()].find(({ devices }) =>
        devices.some((device) => device.sign === sign),
      )?.person,
    sheets: async () => liveSheets(await log.read()).map(({ sheet }) => sheet),
    erased: async (circle) => book.erased(await log.read(), circle),
    follow: async () => {
      const followed = await book.follow(await log.read());
      return followed.ok ? ok(null) : followed;
    },
  };
}
