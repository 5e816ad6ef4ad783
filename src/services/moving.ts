import { ok, type Result } from '#base/result.ts';
import type { Notice } from '#domain/notice/notice.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { CircleStores } from '#register/open-register.ts';
import type { RecordWriteFailure } from '#register/record-writer.ts';
import type { MovingHooks } from '#register/write-facets.ts';
import { type NoticeParts, writeMovedNotice } from './write-notice.ts';

export interface MovingParts {
  readonly circles: CircleStores;
  /** Asked for when it is needed: the writer asks us in turn. */
  readonly notices: () => NoticeParts;
  /** All that this phone has heard of. */
  readonly heardOf: () => Promise<readonly Notice[]>;
}

type Told = Result<null, WriteFailure>;

const asTold = (written: Result<unknown, RecordWriteFailure>): Told => {
  if (written.ok) return ok(null);
  const { error } = written;
  return error.kind === 'not-valid' || error.kind === 'not-found'
    ? { ok: false, error: { kind: 'storage-lost' } }
    : { ok: false, error };
};

/** What circles are told when a thing leaves one for a narrower home, and when it did so before. */
export function movingNotices({ circles, notices, heardOf }: MovingParts): MovingHooks {
  const idIn = async (home: Home, ref: Ref): Promise<string | undefined> =>
    home === 'device' ? undefined : circles[home]?.idOf(ref);

  return {
    beforeLeaving: async (home: Home, ref: Ref): Promise<Told> => {
      const id = await idIn(home, ref);
      if (home === 'device' || id === undefined) return ok(null);
      return asTold(await writeMovedNotice(notices(), home, [id]));
    },
    leavingsOf: async (home: Home, ref: Ref): Promise<readonly string[]> => {
      const id = await idIn(home, ref);
      if (id === undefined) return [];
      const told = (await heardOf()).filter(({ share, ids }) => share === home && ids.includes(id));
      return told.map((notice) => notice.id);
    },
  };
}
