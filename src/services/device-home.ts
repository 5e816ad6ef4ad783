import type { Json } from '#base/json.ts';
import { ok, type Result } from '#base/result.ts';
import type { Source } from '#catalogue/source.ts';
import type { DeviceRecords } from '#device/device-records.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { Body } from '#domain/merge/body.ts';
import { packBody, unpackBody } from '#domain/merge/pack.ts';
import type { Ref } from '#domain/record/values.ts';
import type { FeedItem } from '#register/feed.ts';
import type { HomeStore, WriteFailure } from '#register/home-store.ts';

const idOf = ({ type, id }: Ref) => `${type}:${id}`;

const bodyIn = (packed: Json | undefined): Body | undefined => {
  const body = unpackBody(packed);
  return body.ok ? body.value : undefined;
};

/** The records of this phone only, written and followed like a circle's. */
export function deviceHome(records: DeviceRecords): HomeStore & Source {
  const read = async (ref: Ref) => bodyIn(await records.read(ref));
  const writing = async (work: () => Promise<void>): Promise<Result<null, WriteFailure>> => {
    const done = await guarded(work);
    return done.ok ? ok(null) : done;
  };
  return {
    home: 'device',
    read,
    has: async (refs) =>
      (await records.readMany(refs)).map((packed) => bodyIn(packed) !== undefined),
    write: (ref, edit) => writing(async () => records.write(ref, packBody(edit(await read(ref))))),
    addMany: (items) =>
      writing(() =>
        records.writeMany(items.map(({ ref, body }) => ({ ref, body: packBody(body) }))),
      ),
    leave: (ref) => writing(() => records.remove(ref)),
    isEmpty: async () => (await records.changesSince(0, 1)).length === 0,
    idOf: async (ref) => idOf(ref),
    page: async (since, limit) => {
      const rows = await records.changesSince(since, limit);
      const items = rows.map((row): FeedItem => {
        const id = idOf(row);
        if (row.body === null) return { id, gone: true };
        const body = bodyIn(row.body);
        return body ? { id, body } : { id, parked: 'broken' };
      });
      return { items, seq: rows.at(-1)?.seq ?? since, more: rows.length === limit };
    },
  };
}
