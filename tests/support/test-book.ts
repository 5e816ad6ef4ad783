import type { Applied } from '#catalogue/apply.ts';
import { type CatalogueDb, openCatalogueDb } from '#catalogue/catalogue-db.ts';
import type { KeysRow } from '#device/device-db.ts';
import { type DeviceDb, openDeviceDb } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { createSealer } from '#seal/bulk.ts';
import { type OpenBook, openBook } from '#services/make-book.ts';
import { makeRegisterKeys } from '#services/register-keys.ts';

const lock = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(name, work) as Promise<T>;

export interface TestBook extends OpenBook {
  readonly catalogue: CatalogueDb;
  readonly keys: KeysRow;
  readonly device: DeviceDb;
}

const parts = (device: DeviceDb, onApplied: (applied: Applied) => void = () => {}) => ({
  device,
  deviceId: '00112233445566aa',
  sealer: createSealer(),
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  lock,
  onApplied,
});

/** Opens a register that already has keys, as a second tab would. */
export async function reopenBook(device: DeviceDb, keys: KeysRow, safe?: Safe): Promise<TestBook> {
  const catalogue = openCatalogueDb(keys.register);
  const opened = await openBook(keys, { ...parts(device), catalogue, safe });
  const close = async () => {
    catalogue.close();
    await opened.close();
  };
  return { ...opened, close, catalogue, keys, device };
}

/** A new register in the real IndexedDB of this browser. */
export async function newBook(name = 'Testing Street'): Promise<TestBook> {
  const device = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
  const about = { name, memberId: crypto.randomUUID(), now: Date.now() };
  const keys = await makeRegisterKeys(device, undefined, about);
  if (!keys.ok) throw new Error(keys.error.kind);
  return reopenBook(device, keys.value);
}

export const aPlace = (name: string) => ({
  name,
  assetType: 'place.bench',
  location: {
    precision: 'exact',
    geometry: { type: 'Point', coordinates: [-2.99, 51.58] },
    capturedBy: 'tap',
    capturedAt: '2026-11-01T10:00:00Z',
  },
});
