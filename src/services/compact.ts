import type { DeviceDb } from '#device/device-db.ts';
import type { CircleStore } from '#register/circle-store.ts';

/** Old bodies let go after this many writes: not at each one, for it reads the whole circle. */
const afterWrites = 200;

/**
 * Lets go of the bodies of replaced revisions. To be called when the follower has passed them, in a
 * quiet moment. A failure costs nothing but room: it is tried again next time.
 */
export async function compactNowAndThen(
  { preferences }: DeviceDb,
  circles: readonly CircleStore[],
): Promise<void> {
  for (const { db } of circles) {
    const key = `compacted:${db.name}`;
    const { update_seq: seq } = await db.use((circle) => circle.info());
    const at = Number((await preferences.get(key))?.value ?? 0);
    if (Number(seq) - at < afterWrites) continue;
    await db.use((circle) => circle.compact());
    await preferences.put({ key, value: Number(seq) });
  }
}
