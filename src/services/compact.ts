import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { compactBetween } from '#register/compact.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';

/** Old bodies let go after this many writes: not at each one, for it reads the feed again. */
const afterWrites = 200;

/**
 * Lets go of the bodies of replaced revisions, as far as the follower has passed them: old bodies
 * are what a rollback is seen by. To be called in a quiet moment; a failure costs nothing but room,
 * and it is tried again next time.
 */
export async function compactNowAndThen(
  { preferences }: DeviceDb,
  { positions }: CatalogueDb,
  stores: CircleStores,
): Promise<void> {
  for (const [circle, { db }] of heldCircles(stores)) {
    const key = `compacted:${db.name}`;
    const passed = (await positions.get(circle))?.seq ?? 0;
    const at = Number((await preferences.get(key))?.value ?? 0);
    if (passed - at < afterWrites) continue;
    await db.use((documents) => compactBetween(documents, at, passed));
    await preferences.put({ key, value: passed });
  }
}
