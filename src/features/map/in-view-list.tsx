import type { ReactNode } from 'react';
import type { Away } from '#domain/place/away.ts';
import { type ThingRow, whereBeside } from '#domain/record/thing-row.ts';
import { catalogueKey, findType } from '#domain/taxonomy/types.ts';
import { roundedMetres } from '#i18n/formats.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { markKindOf } from '#map/map-point.ts';
import { type Spot, wayTo } from '#map/spot.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { List } from '#ui/list.tsx';
import { Row } from '#ui/row.tsx';

interface RowListProps {
  readonly label: string;
  readonly rows: readonly ThingRow[];
  /** How far on foot, beside each row; where it is not known, straight lines are told. */
  readonly away: readonly (Away | undefined)[];
  /** Where distances are told from; without it none are. */
  readonly from: Spot | undefined;
}

/** What the map shows, to be read and opened without it. */
export function RowList({ label, rows, away, from }: RowListProps) {
  return (
    <List aria-label={label}>
      {rows.map((row, index) => (
        <li key={row.id}>
          <ThingLine row={row} away={away[index]} from={from} />
        </li>
      ))}
    </List>
  );
}

interface ThingLineProps {
  readonly row: ThingRow;
  readonly away: Away | undefined;
  readonly from: Spot | undefined;
  readonly chosen?: boolean;
  /** What can be done with it from here. */
  readonly children?: ReactNode;
}

export function ThingLine({ row, away, from, chosen = false, children }: ThingLineProps) {
  const confirmed = row.status !== 'unconfirmed';
  const type = row.assetType === undefined ? undefined : findType(row.assetType);
  return (
    <Row
      mark={<KindMark kind={markKindOf(row.kind ?? '')} icon={type?.icon} />}
      title={row.name}
      href={`/asset/${row.id}`}
      note={useNote(row)}
      confirmed={confirmed}
      chosen={chosen}
      {...useWay(row, from, away)}
    >
      {children}
    </Row>
  );
}

/** "Park · Courtybella Terrace · Not confirmed yet" */
function useNote(row: ThingRow): string {
  const { assetType, line, status } = row;
  const common = useWords('common');
  const taxonomy = useWords('taxonomy');
  const type = assetType && taxonomy.find(`types.${catalogueKey(assetType)}.label`);
  const unconfirmed = status === 'unconfirmed' ? common('state.notConfirmed') : undefined;
  return [type, whereBeside(row) ?? line, unconfirmed].filter(Boolean).join(' · ');
}

/** Short, as the end of a row must be; the screen says above which of them are straight lines. */
function useWay({ lon, lat }: ThingRow, from: Spot | undefined, away: Away | undefined) {
  const t = useWords('map');
  const common = useWords('common');
  const formats = useFormats();
  if (!from || lon === undefined || lat === undefined) return {};
  const { metres, wind } = wayTo(from, { lon, lat });
  const asideNote = common(`compass.${wind}`);
  if (away?.minutes !== undefined) return { aside: formats.minutes(away.minutes), asideNote };
  const rounded = roundedMetres(metres);
  const aside =
    rounded < 1000
      ? t('metres', { amount: formats.number(rounded) })
      : t('kilometres', { amount: formats.number(rounded / 1000) });
  return { aside, asideNote };
}
