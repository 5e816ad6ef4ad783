import type { DeviceDb, PackRow } from './device-db.ts';

/** The packs a register may draw from, oldest first. */
export const packsFor = ({ packs }: DeviceDb, register: string): Promise<readonly PackRow[]> =>
  packs
    .orderBy('addedAt')
    .filter(({ only = register }) => only === register)
    .toArray();
