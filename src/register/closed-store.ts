import { type ClosedEpochs, closedFromStored, closedToStore } from '#seal/closed-epochs.ts';
import type { CircleStore } from './circle-store.ts';
import { isMissing } from './pouch-trouble.ts';

const place = '_local/patchbook-closed';

type Stored = { readonly db: Pick<CircleStore['db'], 'use'> };

async function stored({ db }: Stored): Promise<PouchDB.Core.GetMeta | undefined> {
  try {
    return (await db.use((from) => from.get(place))) as unknown as PouchDB.Core.GetMeta;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** What this phone knows of the closed epochs of a circle. Kept with the circle, gone with it. */
export const readClosed = async (store: Stored): Promise<ClosedEpochs | undefined> =>
  closedFromStored(await stored(store));

export async function keepClosed(store: Stored, closed: ClosedEpochs): Promise<void> {
  const known = await stored(store);
  const doc = { _id: place, ...closedToStore(closed), ...(known && { _rev: known._rev }) };
  await store.db.use((to) => to.put(doc as never));
}
