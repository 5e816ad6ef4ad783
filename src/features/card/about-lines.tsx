import type { AnyRecord } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { type Spot, wayTo } from '#map/spot.ts';
import { useAway } from '#services/use-away.ts';
import { useNearPoint } from '#services/use-near-point.ts';
import { useRegister } from '#services/use-register.ts';
import { FactLine } from '#ui/fact-line.tsx';
import { Eye, Footprints } from '#ui/icons.ts';
import { narrowerParts } from './narrower-parts.ts';

const hereM = 5;

/** How far it is: minutes on foot, or a straight line and said so; nothing without two places. */
export function WayLine({ row }: { readonly row: ThingRow }) {
  const near = useNearPoint();
  const { lon, lat } = row;
  if (!near.point || lon === undefined || lat === undefined) return null;
  return <Way from={near.point} to={{ lon, lat }} isHere={near.from === 'here'} />;
}

interface WayProps {
  readonly from: Spot;
  readonly to: Spot;
  readonly isHere: boolean;
}

function Way({ from, to, isHere }: WayProps) {
  const t = useWords('card');
  const common = useWords('common');
  const formats = useFormats();
  const name = useRegister()?.name ?? '';
  const away = useAway(from, to);
  const { metres, wind } = wayTo(from, to);
  const direction = common(`compassWords.${wind}`);
  const start = isHere ? 'here' : 'centre';
  const words = () => {
    if (metres < hereM) return t(isHere ? 'way.atHere' : 'way.atCentre', { name });
    if (away?.minutes !== undefined)
      return t(`way.walk.${start}`, { minutes: formats.onFoot(away.minutes), direction, name });
    return t(`way.${start}`, { distance: formats.distance(metres), direction, name });
  };
  return away && <FactLine icon={Footprints}>{words()}</FactLine>;
}

/** Who may see it, and which parts of it fewer people see. */
export function SeenBy({ record }: { readonly record: AnyRecord }) {
  const t = useWords('card');
  const formats = useFormats();
  const words = useFieldWords(record.type);
  const parts = narrowerParts(record).map(({ level, fields }) =>
    t(`share.part.${level}`, { fields: formats.list(fields.map(words.label)) }),
  );
  return (
    <FactLine
      icon={Eye}
      note={parts.length > 0 ? parts.map((part) => <div key={part}>{part}</div>) : undefined}
    >
      {t(`share.${record.share}`)}
    </FactLine>
  );
}
