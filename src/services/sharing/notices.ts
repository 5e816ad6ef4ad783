import { fromBase64, lengthPrefixed } from '#base/bytes.ts';
import { ok, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { Notice } from '#domain/notice/notice.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { eraseDocument } from '#register/erase-document.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { CircleStores } from '#register/open-register.ts';
import { isSignedBy } from '#seal/device-signature.ts';
import { sha256Hex } from '#trust/act.ts';
import type { LogState } from '#trust/log.ts';

const bytesOf = (base64: string | undefined) => fromBase64(base64 ?? '') ?? new Uint8Array();

/** What was signed: the same words in the same order as when it was written. */
export const saidIn = ({ ids, on, reason }: Pick<Notice, 'ids' | 'on' | 'reason'>) =>
  lengthPrefixed(['patchbook/notice/1', canonicalText({ ids: ids.toSorted(), on, reason })]);

/** By what the log knows a notice that erases. */
export const noticeHash = (notice: Pick<Notice, 'ids' | 'on' | 'reason'>): Promise<string> =>
  sha256Hex(saidIn(notice));

/**
 * Moving a thing closer is anybody's right who belongs; taking it from all phones for good is in
 * the log. Phones that were removed since stand: what they moved must not come back.
 */
async function isValid(notice: Notice, state: LogState): Promise<boolean> {
  const devices = [...state.members.values()].flatMap((member) => member.devices);
  if (!devices.some(({ sign }) => sign === notice.signedBy)) return false;
  if (notice.reason === 'erased' && !state.notices.has(await noticeHash(notice))) return false;
  const key = bytesOf(notice.signedBy);
  const signed = await isSignedBy(key, bytesOf(notice.signature), saidIn(notice));
  return signed.ok && signed.value;
}

const circleOf = ({ share }: Notice): Circle => (share === 'team' ? 'team' : 'members');

export interface Followed {
  /** Ids of the notices that count here, whether or not there was anything to do. */
  readonly notices: readonly string[];
  readonly erased: number;
}

/** The notices of a register as this phone follows them. */
export function noticeBook(catalogue: CatalogueDb, circles: CircleStores) {
  const counted = new Map<string, Notice>();
  const followed = new Set<string>();

  const read = async (state: LogState): Promise<readonly Notice[]> => {
    const papers = await catalogue.papers.where('type').equals('notice').toArray();
    for (const { id, paper } of papers) {
      if (paper.type !== 'notice' || counted.has(id)) continue;
      // One that does not count yet may do so when more of the log is here.
      if (await isValid(paper, state)) counted.set(id, paper);
    }
    return [...counted.values()];
  };

  return {
    /** `_id`s that are erased in a circle, or moved out of it. */
    erased: async (state: LogState, circle: Circle): Promise<ReadonlySet<string>> => {
      const mine = (await read(state)).filter((notice) => circleOf(notice) === circle);
      return new Set(mine.flatMap(({ ids }) => ids));
    },
    /** Does what they say to what is here. */
    follow: async (state: LogState): Promise<Result<Followed, WriteFailure>> => {
      let erased = 0;
      for (const notice of await read(state)) {
        const store = circles[circleOf(notice)];
        if (!store || followed.has(notice.id)) continue;
        for (const id of notice.ids) {
          const done = await eraseDocument(store, id);
          if (!done.ok) return done;
          erased += Number(done.value);
        }
        followed.add(notice.id);
      }
      return ok({ notices: [...followed], erased });
    },
  };
}
