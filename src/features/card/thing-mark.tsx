import type { ThingRow } from '#domain/record/thing-row.ts';
import { isAssetKind, kindOfRecordType } from '#domain/taxonomy/kinds.ts';
import { catalogueKey, findType } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { KindMark } from '#ui/kind-mark.tsx';

interface ThingMarkProps {
  readonly row: ThingRow;
  readonly size?: number;
}

/** The mark of a thing; what has no kind of its own stands as a place where it happens. */
export function ThingMark({ row, size }: ThingMarkProps) {
  const kind = isAssetKind(row.kind) ? row.kind : (kindOfRecordType(row.type) ?? 'places');
  const icon = row.assetType === undefined ? undefined : findType(row.assetType)?.icon;
  return <KindMark kind={kind} icon={icon} {...(size ? { size } : {})} />;
}

/** What sort of thing it is, in words: its type, else its kind of record. */
export function useTypeWords(): (row: ThingRow) => string {
  const types = useWords('taxonomy');
  const kinds = useWords('kinds');
  return ({ assetType, type }) =>
    (assetType && types.find(`types.${catalogueKey(assetType)}.label`)) ||
    (kinds.find(`types.${type}`) ?? '');
}
