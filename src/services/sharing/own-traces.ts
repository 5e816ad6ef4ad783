import { ok, type Result } from '#base/result.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { Body } from '#domain/merge/body.ts';
import { readBody } from '#domain/merge/read.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleStore } from '#register/circle-store.ts';
import type { HomeStore, WriteFailure } from '#register/home-store.ts';
import { readLeaves } from '#register/leaves.ts';
import type { CircleStores } from '#register/open-register.ts';
import { draftOf } from '../throw-away.ts';

export interface TracesParts {
  readonly device: DeviceDb;
  readonly circles: CircleStores;
  /** The records of this phone alone. */
  readonly own: HomeStore;
  readonly register: string;
}

const photoIdsIn = (body: Body): readonly string[] => {
  const { photos } = readBody(body).values;
  if (!Array.isArray(photos)) return [];
  return photos.flatMap((photo) =>
    typeof photo === 'object' && photo !== null && 'id' in photo && typeof photo.id === 'string'
      ? [photo.id]
      : [],
  );
};

/** All leaves, for one that lost may have had a picture that the others do not name. */
async function bodiesIn({ db, ring }: CircleStore, id: string): Promise<readonly Body[]> {
  const leaves = await db.use((from) => readLeaves(from, ring, id));
  return leaves?.open.map(({ body }) => body) ?? [];
}

/** What only this phone knows of a thing: its own words on it, pictures, unsaved changes. */
export function ownTraces({ device, circles, own, register }: TracesParts) {
  const letGo = async (ref: Ref, bodies: readonly Body[]): Promise<Result<null, WriteFailure>> => {
    const mine = await own.read(ref);
    const photos = [...bodies, ...(mine ? [mine] : [])].flatMap(photoIdsIn);
    const gone = await guarded(async () => {
      const { photos: rows, photoEnds } = device;
      // Together: once the record is gone nothing tells which photos the hub must let go of.
      await device.transaction('rw', [rows, photoEnds], async () => {
        await photoEnds.bulkPut(photos.map((id) => ({ id, register })));
        await rows.bulkDelete(photos);
      });
      await device.drafts.filter(({ key }) => draftOf(key) === ref.id).delete();
      return null;
    });
    // Last, for it tells which photos there were.
    return gone.ok && mine ? own.leave(ref) : gone;
  };

  return {
    /**
     * Of a document of a circle, by its `_id`; answers what it was of: nothing where it can't be
     * opened or is gone.
     */
    ofDocument: async (
      circle: Circle,
      id: string,
    ): Promise<Result<Ref | undefined, WriteFailure>> => {
      const store = circles[circle];
      const bodies = store ? await bodiesIn(store, id) : [];
      const [first] = bodies;
      if (!first) return ok(undefined);
      // Of a kind that this app may not know: its words are let go of all the same.
      const ref = { type: first.type as Ref['type'], id: first.id };
      const gone = await letGo(ref, bodies);
      return gone.ok ? ok(ref) : gone;
    },
    ofThing: (ref: Ref): Promise<Result<null, WriteFailure>> => letGo(ref, []),
  };
}
