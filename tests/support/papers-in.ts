import { readBody } from '#domain/merge/read.ts';
import { type AnyRecord, parseRecord } from '#domain/record/record.ts';
import { feedPage } from '#register/feed.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';

/** Every sound record of one type in all circles of a phone, read without a catalogue. */
export async function papersIn<T extends AnyRecord['type']>(
  stores: CircleStores,
  type: T,
): Promise<readonly Extract<AnyRecord, { type: T }>[]> {
  const found: Extract<AnyRecord, { type: T }>[] = [];
  for (const [, store] of heldCircles(stores)) {
    const { items } = await feedPage(store, 0, 10_000);
    for (const item of items) {
      if (!('body' in item) || item.body.type !== type) continue;
      const record = parseRecord({ ...readBody(item.body).values, type, id: item.body.id });
      if (record.ok) found.push(record.value as Extract<AnyRecord, { type: T }>);
    }
  }
  return found;
}
