import { fromBase64 } from '#base/bytes.ts';
import { ok, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { Body } from '#domain/merge/body.ts';
import { isBackAfter } from '#domain/merge/comeback.ts';
import type { Notice } from '#domain/notice/notice.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { eraseDocument } from '#register/erase-document.ts';
import type { Graves } from '#register/graves.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { joinLeaves, readLeaves } from '#register/leaves.ts';
import type { CircleStores } from '#register/open-register.ts';
import { isSignedBy } from '#seal/device-signature.ts';
import { sha256Hex } from '#trust/act.ts';
import type { LogState } from '#trust/log.ts';
import { noticeBytes, type Said } from '../write-notice.ts';

const bytesOf = (base64: string | undefined) => fromBase64(base64 ?? '') ?? new Uint8Array();

/** By what the log knows a notice that erases. */
export const noticeHash = (said: Said): Promise<string> => sha256Hex(noticeBytes(said));

/**
 * Moving a thing closer is anybody's right who belongs; taking it from all phones for good is in
 * the log. Phones that were removed since stand: what they moved must not come back.
 */
async function isValid(notice: Notice, state: LogState): Promise<boolean> {
  const devices = [...state.members.values()].flatMap((member) => member.devices);
  if (!devices.some(({ sign }) => sign === notice.signedBy)) return false;
  if (notice.reason === 'erased' && !state.notices.has(await noticeHash(notice))) return false;
  const key = bytesOf(notice.signedBy);
  const signed = await isSignedBy(key, bytesOf(notice.signature), noticeBytes(notice));
  return signed.ok && signed.value;
}

/** A thing may come back to where it was moved from; what was erased never does. */
const buries = ({ reason, id }: Notice, body: Body | undefined): boolean =>
  reason === 'erased' || (body !== undefined && !isBackAfter(body, id));

export const circleOfNotice = ({ share }: Notice): Circle =>
  share === 'team' ? 'team' : 'members';

export interface Followed {
  /** Ids of the notices that count here, whether or not there was anything to do. */
  readonly notices: readonly string[];
  readonly erased: number;
}

export interface NoticeBookParts {
  /** All that this phone has heard of, true or not. */
  readonly heardOf: () => Promise<readonly Notice[]>;
  readonly circles: CircleStores;
  /**
   * Lets go of what this phone alone knows of a document, before the document goes; what that is
   * can't be told any more afterwards.
   */
  readonly forget: (
    circle: Circle,
    id: string,
    notice: Notice,
  ) => Promise<Result<null, WriteFailure>>;
  /** Keeps what was said of a thing in a circle that it has left, where it is now. */
  readonly rescue: (circle: Circle, body: Body) => Promise<Result<null, WriteFailure>>;
}

export const noticesIn =
  (catalogue: CatalogueDb): NoticeBookParts['heardOf'] =>
  async () => {
    const rows = await catalogue.papers.where('type').equals('notice').toArray();
    return rows.flatMap(({ paper }) => (paper.type === 'notice' ? [paper] : []));
  };

/** The notices of a register as this phone follows them. */
export function noticeBook({ heardOf, circles, forget, rescue }: NoticeBookParts) {
  const counted = new Map<string, Notice>();
  const followed = new Set<string>();

  const read = async (state: LogState): Promise<readonly Notice[]> => {
    for (const notice of await heardOf()) {
      // One that does not count yet may do so when more of the log is here.
      if (!counted.has(notice.id) && (await isValid(notice, state))) counted.set(notice.id, notice);
    }
    return [...counted.values()];
  };

  const eraseOne = async (
    store: CircleStore,
    notice: Notice,
    id: string,
  ): Promise<Result<boolean, WriteFailure>> => {
    const circle = circleOfNotice(notice);
    if (notice.reason === 'erased') {
      const forgotten = await forget(circle, id, notice);
      return forgotten.ok ? eraseDocument(store, id) : forgotten;
    }
    const leaves = await store.db.use((db) => readLeaves(db, store.ring, id));
    const body = joinLeaves(leaves?.open ?? []);
    if (body && !buries(notice, body)) return ok(false);
    // What this phone wrote before it heard that the thing was moved.
    const kept = body ? await rescue(circle, body) : ok(null);
    return kept.ok ? eraseDocument(store, id) : kept;
  };

  /** A phone that may know more hears where a thing went to before it lets go of it here. */
  const mustWait = ({ reason, share }: Notice, isWhole: boolean): boolean =>
    !isWhole && reason === 'moved' && share !== 'team' && circles.team !== undefined;

  return {
    /** Those that count, by all that the log says now. */
    read,
    /** What is erased in a circle, or moved out of it. */
    erased: async (state: LogState, circle: Circle): Promise<Graves> => {
      const mine = (await read(state)).filter((notice) => circleOfNotice(notice) === circle);
      const about = new Map<string, Notice[]>();
      for (const notice of mine)
        for (const id of notice.ids) about.set(id, [...(about.get(id) ?? []), notice]);
      const of = (id: string) => about.get(id) ?? [];
      const isForGood = (id: string) => of(id).some(({ reason }) => reason === 'erased');
      return {
        has: (id) => about.has(id),
        buries: (id, body) => of(id).some((notice) => buries(notice, body)),
        mustWait: (id) =>
          !isForGood(id) && of(id).some((one) => mustWait(one, followed.has(one.id))),
        rescue: async (id, body) => (isForGood(id) ? ok(null) : rescue(circle, body)),
      };
    },
    /** Does what they say to what is here. `isWhole`: every circle has been heard. */
    follow: async (state: LogState, isWhole = true): Promise<Result<Followed, WriteFailure>> => {
      let erased = 0;
      for (const notice of await read(state)) {
        const store = circles[circleOfNotice(notice)];
        if (!store || followed.has(notice.id) || mustWait(notice, isWhole)) continue;
        for (const id of notice.ids) {
          const done = await eraseOne(store, notice, id);
          if (!done.ok) return done;
          erased += Number(done.value);
        }
        followed.add(notice.id);
      }
      return ok({ notices: [...followed], erased });
    },
  };
}
export type NoticeBook = ReturnType<typeof noticeBook>;
