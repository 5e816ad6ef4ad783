import type { Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb } from '#device/device-db.ts';
import type { Ref } from '#domain/record/values.ts';
import type { HomeStores, WriteFailure } from '#register/home-store.ts';
import type { Held } from '#register/read-many.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import type { Bodies } from '#register/write-facets.ts';
import type { CommandParts } from './book-commands.ts';

export interface BringInParts extends CommandParts {
  readonly writer: RecordWriter;
  readonly stores: HomeStores;
  readonly catalogue: CatalogueDb;
  readonly device: DeviceDb;
  /** Many at once; those that are odd want a reading of their own. */
  readonly readMany: (refs: readonly Ref[]) => Promise<readonly Held[]>;
  /** Takes out all at once; answers those that must be taken out one by one. */
  readonly removeMany: (refs: readonly Ref[]) => Promise<Result<readonly Ref[], WriteFailure>>;
}

export type OnProgress = (done: number, total: number) => void;

export const chunksOf = <T>(items: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );

/** The bodies of many records, in step; none for what is not there. */
export const bodiesOf = async (
  { readMany, writer }: Pick<BringInParts, 'readMany' | 'writer'>,
  refs: readonly Ref[],
): Promise<readonly Bodies[]> => {
  const held = await readMany(refs);
  return Promise.all(held.map(({ ref, bodies, isOdd }) => (isOdd ? writer.read(ref) : bodies)));
};

/** Lets a tap or a frame in between two chunks. */
export const breath = () => new Promise<void>((resolve) => setTimeout(resolve));
