import type { Source } from '#catalogue/source.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { feedPage } from '#register/feed.ts';

/** A circle's feed as the follower reads it. */
export const circleSource = (circle: Circle, store: CircleStore): Source => ({
  home: circle,
  page: (since, limit) => feedPage(store, since, limit),
  read: (ref) => store.read(ref),
  isEmpty: async () => (await store.db.use((db) => db.info())).update_seq === 0,
  idOf: (ref) => store.idOf(ref),
});
