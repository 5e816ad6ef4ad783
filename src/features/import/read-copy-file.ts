import type { JsonObject } from '#base/json.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { inBringingOrder, type ReadCopy } from '#formats/copy.ts';
import type { FoundThing } from '#formats/geojson-things.ts';
import type { Arriving } from '#services/book.ts';
import type { CheckedFile, Choice, FileGroup } from './checked-file.ts';

type GroupType = FileGroup['type'];

const groupOf = ({ type }: AnyRecord): GroupType =>
  type === 'connection' || type === 'confirmation' ? 'ties' : type;

function groupsOf(records: readonly AnyRecord[]): readonly FileGroup[] {
  const byType = new Map<GroupType, string[]>();
  for (const record of records) {
    const type = groupOf(record);
    byType.set(type, [...(byType.get(type) ?? []), record.id]);
  }
  return [...byType].map(([type, ids]) => ({
    key: type,
    type,
    everyday: false,
    checkType: 0,
    ids,
  }));
}

const toArriving = ({ id, type, ...values }: AnyRecord): Arriving => ({
  id,
  type,
  values: values as unknown as JsonObject,
});

const photosIn = (record: AnyRecord): readonly string[] =>
  'photos' in record ? (record.photos ?? []).map(({ id }) => id) : [];

/** A member's own copy: of another register's book, all but that register itself. */
export function copyReading(copy: ReadCopy, registerId: string) {
  const isOther = copy.register.id !== registerId;
  const own = ['register', 'member'];
  const records = inBringingOrder(copy.records).filter(
    ({ type }) => !isOther || !own.includes(type),
  );
  let chosen: readonly AnyRecord[] = records;
  const checked = (): Omit<CheckedFile, 'letters'> => ({
    from: 'import-copy',
    groups: groupsOf(records),
    leftOut: copy.keptOut,
    otherShapes: [],
    noSpot: 0,
    outlinesLeftOut: 0,
    looksSwapped: false,
    copyOf: { name: copy.register.name, madeAt: copy.madeAt },
    table: undefined,
    photos: copy.photos.size,
  });
  return {
    checked,
    isOtherGrid: () => false,
    swap: checked,
    things: (): readonly FoundThing[] => [],
    choose: ({ keys, skip }: Choice): readonly Arriving[] => {
      const skipped = new Set(skip);
      chosen = records.filter(
        (record) => keys.includes(groupOf(record)) && !skipped.has(record.id),
      );
      return chosen.map(toArriving);
    },
    /** Only pictures that a chosen record names. */
    photos: (): readonly (readonly [string, string])[] => {
      const named = new Set(chosen.flatMap(photosIn));
      return [...copy.photos].filter(([id]) => named.has(id));
    },
  };
}
