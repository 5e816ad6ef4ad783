import { isJsonObject } from '#base/json.ts';
import type { CatalogueRow } from '#catalogue/catalogue-db.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { BringInParts } from './bring-in-parts.ts';

async function photosIn({ writer }: BringInParts, row: CatalogueRow): Promise<readonly string[]> {
  const held = await writer.read({ type: row.type as RecordType, id: row.id });
  const { photos } = writer.valuesOf(held);
  if (!Array.isArray(photos)) return [];
  return photos.flatMap((photo) =>
    isJsonObject(photo) && typeof photo['id'] === 'string' ? [photo['id']] : [],
  );
}

/**
 * Made before an import is taken back: lets go of the photos that came with its things once these
 * are gone, but for what anything else shows. Another register of this phone may show the same
 * photo, and cannot be asked while it is closed: then all stay.
 */
export async function importedPhotos(
  parts: BringInParts,
  rows: readonly CatalogueRow[],
): Promise<(gone: readonly string[]) => Promise<void>> {
  const { catalogue, device } = parts;
  const own = rows.filter(({ thumb }) => thumb);
  if (own.length === 0 || (await device.keys.count()) > 1) return async () => {};
  const batch = new Set(rows.map(({ id }) => id));
  const others = await catalogue.things
    .filter(({ id, thumb }) => !!thumb && !batch.has(id))
    .toArray();
  const kept = new Set((await Promise.all(others.map((row) => photosIn(parts, row)))).flat());
  const byThing = new Map(
    await Promise.all(own.map(async (row) => [row.id, await photosIn(parts, row)] as const)),
  );
  return async (gone) => {
    const ids = gone.flatMap((id) => byThing.get(id) ?? []).filter((id) => !kept.has(id));
    await device.photos
      .where('id')
      .anyOf(ids)
      .filter(({ broughtIn }) => broughtIn === true)
      .delete();
  };
}
