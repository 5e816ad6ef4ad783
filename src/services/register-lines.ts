import type { DeviceDb } from '#device/device-db.ts';
import type { RegisterLine } from './services.ts';

/** The registers of this phone that can be opened, last opened first. */
export async function registerLines({ keys }: DeviceDb): Promise<readonly RegisterLine[]> {
  const rows = await keys.orderBy('openedAt').reverse().toArray();
  return rows
    .filter(({ madeUp }) => madeUp !== 'part')
    .map(({ register: id, name, openedAt, madeUp }) => ({
      id,
      name,
      openedAt,
      ...(madeUp && { madeUp: true }),
    }));
}
