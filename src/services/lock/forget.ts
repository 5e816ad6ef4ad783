import { openCatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { destroyRegister } from '#register/destroy-register.ts';
import { heldKey } from '../held-here.ts';

/** How the phone is used, not what is in its books; and that it had any. */
const staying = ['locale', 'theme', 'hand', heldKey];

/** The lists of every register on this phone, which are in clear: opening makes them again. */
export async function dropLists({ keys }: DeviceDb): Promise<void> {
  for (const register of await keys.toCollection().primaryKeys())
    await openCatalogueDb(register).delete();
}

/**
 * Takes every register off this phone, and its lock: nothing of it can be opened without the lock,
 * and somebody has to let this phone in anew. Maps stay. The keys go last, as in taking off one.
 */
export async function forgetAll(device: DeviceDb): Promise<void> {
  await dropLists(device);
  for (const register of await device.keys.toCollection().primaryKeys())
    await destroyRegister(register);
  const { records, drafts, photos, photoEnds, talks, acts, packs, preferences, keys } = device;
  const emptied = [records, drafts, photos, photoEnds, talks, acts, keys];
  await packs.filter(({ only }) => only !== undefined).delete();
  await device.transaction('rw', [...emptied, preferences], () =>
    Promise.all([
      ...emptied.map((table) => table.clear()),
      preferences.filter(({ key }) => !staying.includes(key)).delete(),
    ]),
  );
}
