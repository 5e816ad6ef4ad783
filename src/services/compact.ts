import type { DeviceDb } from '#device/device-db.ts';
import type { CircleStore } from '#register/circle-store.ts';

/**
 * Old bodies let go after this many were replaced: not at each one, for it reads the whole circle, and
 * whoever saves meanwhile waits. Things that only came in, however many, leave nothing to let go of.
 */
const afterReplaced = 200;

/**
 * Lets go of the bodies of replaced revisions. To be called when the follower has passed them, in a
 * quiet moment. A failure costs nothing but room: it is tried again next time.
 */
export async function compactNowAndThen(
  { preferences }: DeviceDb,
  circles: readonly CircleStore[],
): Promise<void> {
  for (const { db } of circles) {
    const key = `replaced:${db.name}`;
    const { update_seq: seq, doc_count: held } = await db.use((circle) => circle.info());
    const replaced = Number(seq) - held;
    const at = Number((await preferences.get(key))?.value ?? 0);
    if (replaced - at < afterReplaced) continue;
    await db.use((circle) => circle.compact());
    await preferences.put({ key, value: replaced });
  }
}
