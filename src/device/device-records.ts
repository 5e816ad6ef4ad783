import Dexie from 'dexie';
import type { Json } from '#base/json.ts';
import type { Ref } from '#domain/record/values.ts';
import type { DeviceDb, DeviceRecordRow } from './device-db.ts';
import { type Kept, keepJson, readKept, type Safe } from './safe.ts';

const keyOf = (register: string, { type, id }: Ref) => `${register}:${type}:${id}`;

/** A row with its body open; `null` where the record was removed. */
export type OpenRecordRow = Omit<DeviceRecordRow, 'body'> & { readonly body: Json };

/** Records that stay on this phone: read, written and followed like a circle. */
export interface DeviceRecords {
  read(ref: Ref): Promise<Json | undefined>;
  /** In the order asked for, in one transaction. */
  readMany(refs: readonly Ref[]): Promise<readonly (Json | undefined)[]>;
  write(ref: Ref, body: Json): Promise<void>;
  writeMany(items: readonly { ref: Ref; body: Json }[]): Promise<void>;
  /** Leaves an empty row, so that the follower hears of it. */
  remove(ref: Ref): Promise<void>;
  /** Rows written after `since`, oldest first. */
  changesSince(since: number, limit: number): Promise<readonly OpenRecordRow[]>;
}

export function deviceRecords(
  db: DeviceDb,
  register: string,
  safe: Safe | undefined,
): DeviceRecords {
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
  const bodyIn = async (row: DeviceRecordRow | undefined): Promise<Json | undefined> =>
    row ? ((await readKept(row.body, row.key, safe)) ?? undefined) : undefined;
  // Sealed before the transaction begins: it would end while the browser's crypto is at work.
  const kept = ({ ref, body }: { ref: Ref; body: Json }): Promise<Kept<Json>> =>
    body === null ? Promise.resolve(null) : keepJson(body, keyOf(register, ref), safe);
  const writeMany = async (items: readonly { ref: Ref; body: Json }[]) => {
    const bodies = await Promise.all(items.map(kept));
    await db.transaction('rw', db.records, async () => {
      const after = await newest();
      await db.records.bulkPut(
        items.map(({ ref }, index) => ({
          key: keyOf(register, ref),
          register,
          type: ref.type,
          id: ref.id,
          body: bodies[index] ?? null,
          seq: after + index + 1,
        })),
      );
    });
  };
  return {
    read: async (ref) => bodyIn(await db.records.get(keyOf(register, ref))),
    readMany: async (refs) => {
      const rows = await db.records.bulkGet(refs.map((ref) => keyOf(register, ref)));
      return Promise.all(rows.map(bodyIn));
    },
    write: (ref, body) => writeMany([{ ref, body }]),
    remove: (ref) => writeMany([{ ref, body: null }]),
    writeMany,
    changesSince: async (since, limit) => {
      const rows = await db.records
        .where('[register+seq]')
        .between([register, since], [register, Dexie.maxKey], false)
        .limit(limit)
        .toArray();
      return Promise.all(rows.map(async (row) => ({ ...row, body: (await bodyIn(row)) ?? null })));
    },
  };
}
