import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, PackRow } from '#device/device-db.ts';
import { packsFor } from '#device/packs-for.ts';
import { bestPack } from '#pack/best-pack.ts';
import { registerRecordId } from './register-record-id.ts';

export interface PackChoice {
  readonly device: DeviceDb;
  readonly catalogue: CatalogueDb;
  readonly register: string;
}

type PartName = 'graph' | 'places';

/** Of the packs on this phone that have that part, the one for this register's neighbourhood. */
export async function packWith(
  part: PartName,
  { device, catalogue, register }: PackChoice,
): Promise<PackRow | undefined> {
  const row = await catalogue.things.get(registerRecordId(register));
  const packs = await packsFor(device, register);
  const centre =
    row?.lon === undefined || row.lat === undefined ? undefined : { lon: row.lon, lat: row.lat };
  return bestPack(
    packs.filter(({ parts }) => parts?.[part]),
    centre,
    [],
  );
}

/** The bytes of one part of a kept pack, still packed. */
export function partOf({ blob, parts }: PackRow, part: PartName): Blob | undefined {
  const span = parts?.[part];
  return span && blob.slice(span.offset, span.offset + span.bytes);
}
