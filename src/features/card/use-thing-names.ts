import type { AnyRecord } from '#domain/record/record.ts';
import type { ThingName } from '#forms/facts/saying.ts';
import { useRows } from '#services/use-rows.ts';
import { cardOf } from './go-to.ts';

const uuid = /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;
const most = 60;

/** Every id a record mentions, in whatever field: its own, photos' and members' are simply not found. */
export const idsIn = (record: AnyRecord | undefined): readonly string[] => {
  const found = [...JSON.stringify(record ?? {}).matchAll(uuid)].map(([, id]) => id ?? '');
  return [...new Set(found)].filter((id) => id !== record?.id).slice(0, most);
};

/** Names and cards of the things that a record points at, as far as this phone knows them. */
export function useThingNames(
  record: AnyRecord | undefined,
): (id: string) => ThingName | undefined {
  const rows = useRows(idsIn(record));
  const known = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  return (id) => {
    const row = known.get(id);
    return row && { name: row.name, href: cardOf(row.id) };
  };
}
