import { openCatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { destroyRegister } from '#register/destroy-register.ts';

/** What a draft is of: the last part of its key, without what tells two tabs apart. */
export const draftOf = (key: string): string => key.split('#', 1)[0]?.split(':').at(-1) ?? '';

/** Its things' ids, by which drafts are known; none where its lists are gone already. */
async function idsIn(register: string): Promise<ReadonlySet<string>> {
  const catalogue = openCatalogueDb(register);
  const ids = await catalogue.things.toCollection().primaryKeys();
  catalogue.close();
  return new Set([register, ...ids]);
}

/** What this phone alone knows of it: people, photos, packs that came with it, drafts, choices. */
async function forget(device: DeviceDb, register: string, ids: ReadonlySet<string>) {
  const { records, photos, photoEnds, packs, drafts, preferences, talks, acts } = device;
  await records.filter((row) => row.register === register).delete();
  await photos.where('register').equals(register).delete();
  await photoEnds.where('register').equals(register).delete();
  await talks.where('register').equals(register).delete();
  await acts.where('register').equals(register).delete();
  await packs.filter(({ only }) => only === register).delete();
  await drafts.filter(({ key }) => ids.has(draftOf(key))).delete();
  await preferences.filter(({ key }) => key.includes(register)).delete();
}

/**
 * Takes a register off this phone for good: one that is only half founded, or made up. It must be
 * closed here. The keys go last: what is cut short can be done again.
 */
export async function takeAway(device: DeviceDb, register: string): Promise<void> {
  const ids = await idsIn(register);
  await destroyRegister(register);
  await forget(device, register, ids);
  await device.keys.delete(register);
  // Last, for another tab that has it open would make it anew until it hears that the keys are gone.
  await openCatalogueDb(register).delete();
}

/** The way out of a made-up neighbourhood; nobody's own register is ever taken away here. */
export async function throwAway(device: DeviceDb, register: string): Promise<void> {
  const row = await device.keys.get(register);
  if (!row?.madeUp) return;
  await device.keys.update(register, { madeUp: 'part' });
  await takeAway(device, register);
}

/** What a phone that died half-way has left of a made-up neighbourhood. */
export async function takeAwayParts(device: DeviceDb): Promise<void> {
  const parts = await device.keys.filter(({ madeUp }) => madeUp === 'part').toArray();
  for (const { register } of parts) await takeAway(device, register);
}
