import { ok, type Result } from '#base/result.ts';
import type { Notice } from '#domain/notice/notice.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { CircleStores } from '#register/open-register.ts';
import type { RecordWriteFailure, RecordWriter } from '#register/record-writer.ts';
import { type NoticeParts, writeMovedNotice } from './write-notice.ts';

export interface MovingParts {
  readonly circles: CircleStores;
  /** Asked for when it is needed: the writer asks us in turn. */
  readonly notices: () => NoticeParts & { readonly writer: Pick<RecordWriter, 'create' | 'write'> };
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

/** What circles are told when a thing leaves one for a narrower home, and when it comes back. */
export function movingNotices({ circles, notices, heardOf }: MovingParts) {
  const idIn = async (home: Home, ref: Ref): Promise<string | undefined> =>
    home === 'device' ? undefined : circles[home]?.idOf(ref);

  return {
    beforeLeaving: async (home: Home, ref: Ref): Promise<Told> => {
      const id = await idIn(home, ref);
      if (home === 'device' || id === undefined) return ok(null);
      return asTold(await writeMovedNotice(notices(), home, [id]));
    },
    /** The notice of its leaving would bury it there, on every phone: it is taken back first. */
    beforeEntering: async (home: Home, ref: Ref): Promise<Told> => {
      const id = await idIn(home, ref);
      if (id === undefined) return ok(null);
      const inForce = (await heardOf()).filter(
        ({ reason, share, ids, deleted }) =>
          reason === 'moved' && share === home && !deleted && ids.includes(id),
      );
      for (const notice of inForce) {
        const written = await notices().writer.write({ type: 'notice', id: notice.id }, (now) =>
          ok({ ...now, deleted: true }),
        );
        if (!written.ok) return asTold(written);
      }
      return ok(null);
    },
  };
}
