import Dexie from 'dexie';
import type { Json } from '#base/json.ts';
import type { Ref } from '#domain/record/values.ts';
import type { DeviceDb, DeviceRecordRow } from './device-db.ts';

const keyOf = (register: string, { type, id }: Ref) => `${register}:${type}:${id}`;

/** Records that stay on this phone: read, written and followed like a circle, but in clear. */
export interface DeviceRecords {
  read(ref: Ref): Promise<Json | undefined>;
  /** In the order asked for, in one transaction. */
  readMany(refs: readonly Ref[]): Promise<readonly (Json | undefined)[]>;
  write(ref: Ref, body: Json): Promise<void>;
  writeMany(items: readonly { ref: Ref; body: Json }[]): Promise<void>;
  /** Leaves an empty row, so that the follower hears of it. */
  remove(ref: Ref): Promise<void>;
  /** Rows written after `since`, oldest first. */
  changesSince(since: number, limit: number): Promise<readonly DeviceRecordRow[]>;
}

export function deviceRecords(db: DeviceDb, register: string): DeviceRecords {
  const newest = async () => {
    const range = [
      [register, Dexie.minKey],
      [register, Dexie.maxKey],
    ] as const;
    const last = await db.records
      .where('[register+seq]')
      .between(...range)
      .last();
    return last?.seq ?? 0;
  };
  const writeMany = (items: readonly { ref: Ref; body: Json }[]) =>
    db.transaction('rw', db.records, async () => {
      const after = await newest();
      await db.records.bulkPut(
        items.map(({ ref, body }, index) => ({
          key: keyOf(register, ref),
          register,
          type: ref.type,
          id: ref.id,
          body,
          seq: after + index + 1,
        })),
      );
    });
  return {
    read: async (ref) => (await db.records.get(keyOf(register, ref)))?.body ?? undefined,
    readMany: async (refs) => {
      const rows = await db.records.bulkGet(refs.map((ref) => keyOf(register, ref)));
      return rows.map((row) => row?.body ?? undefined);
    },
    write: (ref, body) => writeMany([{ ref, body }]),
    remove: (ref) => writeMany([{ ref, body: null }]),
    writeMany,
    changesSince: (since, limit) =>
      db.records
        .where('[register+seq]')
        .between([register, since], [register, Dexie.maxKey], false)
        .limit(limit)
        .toArray(),
  };
}
