import type { Ref } from '#domain/record/values.ts';
import type { Circle, Home } from '#domain/sharing/level.ts';
import { type Found, findMany } from './change-many.ts';
import { type CircleStores, heldCircles } from './open-register.ts';
import type { RecordWriterParts } from './record-writer.ts';
import type { Bodies } from './write-facets.ts';

export interface ReadManyParts extends Pick<RecordWriterParts, 'stores'> {
  readonly circles: CircleStores;
}

/** What all homes hold of one record. */
export interface Held {
  readonly ref: Ref;
  readonly bodies: Bodies;
  readonly revs: Readonly<Partial<Record<Home, string>>>;
  /** In conflict or not to be opened somewhere: such a one is read by itself. */
  readonly isOdd: boolean;
}

/** Many records asked for in one go from each home. */
export async function readMany(
  { stores, circles: opened }: ReadManyParts,
  refs: readonly Ref[],
): Promise<readonly Held[]> {
  const own = await Promise.all(refs.map((ref) => stores.device.read(ref)));
  const held = heldCircles(opened);
  const found = await Promise.all(held.map(([, store]) => findMany(store, refs)));
  return refs.map((ref, at) => {
    const here = held.map(([circle], index): [Circle, Found] => [
      circle,
      found[index]?.[at] ?? 'odd',
    ]);
    const sound = here.flatMap(([home, each]) =>
      typeof each === 'string' ? [] : [[home, each] as const],
    );
    const mine = own[at];
    return {
      ref,
      bodies: {
        ...(mine ? { device: mine } : {}),
        ...Object.fromEntries(sound.map(([home, { body }]) => [home, body])),
      },
      revs: Object.fromEntries(sound.map(([home, { rev }]) => [home, rev])),
      isOdd: here.some(([, each]) => each === 'odd'),
    };
  });
}
