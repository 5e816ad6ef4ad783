import type { Away } from '#domain/place/away.ts';
import { type ThingRow, whereBeside } from '#domain/record/thing-row.ts';
import { isSure, type Schedule } from '#domain/schedule/schedule.ts';
import { isAssetKind } from '#domain/taxonomy/kinds.ts';
import { catalogueKey, findType } from '#domain/taxonomy/types.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { Row } from '#ui/row.tsx';

interface AssetRowProps {
  readonly row: ThingRow;
  readonly away: Away | undefined;
  /** True where the list is narrowed to a time: then it matters whether the time is sure. */
  readonly asksWhen: boolean;
}

/** Told by the fields alone: the library that works out dates stays out of the list. */
const isUnsure = ({ schedules = [] }: ThingRow): boolean =>
  !(schedules as readonly Schedule[]).every(isSure);

/** One line of the list: what it is, what is good about it, how far. */
export function AssetRow({ row, away, asksWhen }: AssetRowProps) {
  const t = useWords('list');
  const types = useWords('taxonomy');
  const formats = useFormats();
  const kind = row.kind && isAssetKind(row.kind) ? row.kind : 'places';
  const type = row.assetType;
  const typeLabel = type && types.find(`types.${catalogueKey(type)}.label`);
  const state = row.status === 'active' ? undefined : t.find(`status.${row.status}`);
  const unsure = asksWhen && isUnsure(row) ? t('checkFirst') : undefined;
  const words = [state, unsure, typeLabel, row.line ?? whereBeside(row)]
    .filter(Boolean)
    .join(' · ');
  return (
    <Row
      mark={<KindMark kind={kind} icon={type ? findType(type)?.icon : undefined} />}
      title={row.name}
      note={words}
      aside={away && formats.away(away)}
      href={`/asset/${row.id}`}
      confirmed={row.status !== 'unconfirmed'}
    />
  );
}
