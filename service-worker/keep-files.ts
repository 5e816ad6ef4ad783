import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';

/** As many as a browser asks one HTTP/1.1 server for at once. */
const atOnce = 6;

/**
 * Keeps all files in one cache, several at a time. One controller fetches one file after the other,
 * and each of nearly two hundred then waits for its own round trip: most of a minute on a slow
 * network, in which the app is not yet on the phone.
 */
export async function keepFiles(
  event: ExtendableEvent,
  cacheName: string,
  entries: readonly PrecacheEntry[],
): Promise<void> {
  const shares = Array.from({ length: atOnce }, (_, nth) =>
    entries.filter((_entry, index) => index % atOnce === nth),
  );
  await Promise.all(
    shares.map((share) => {
      const controller = new PrecacheController({ cacheName });
      controller.addToCacheList([...share]);
      return controller.install(event);
    }),
  );
}
