import type { AnyRecord } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { wayTo } from '#map/spot.ts';
import { useNearPoint } from '#services/use-near-point.ts';
import { useRegister } from '#services/use-register.ts';
import { FactLine } from '#ui/fact-line.tsx';
import { Eye, Footprints } from '#ui/icons.ts';
import { narrowerParts } from './narrower-parts.ts';

const hereM = 5;

/** How far it is, measured as the crow flies and said so; nothing without two places. */
export function WayLine({ row }: { readonly row: ThingRow }) {
  const t = useWords('card');
  const common = useWords('common');
  const formats = useFormats();
  const near = useNearPoint();
  const register = useRegister();
  if (!near.point || row.lon === undefined || row.lat === undefined) return null;
  const { metres, wind } = wayTo(near.point, { lon: row.lon, lat: row.lat });
  const distance = formats.distance(metres);
  const direction = common(`compassWords.${wind}`);
  const name = register?.name ?? '';
  const isHere = near.from === 'here';
  const words =
    metres < hereM
      ? t(isHere ? 'way.atHere' : 'way.atCentre', { name })
      : t(isHere ? 'way.here' : 'way.centre', { distance, direction, name });
  return <FactLine icon={Footprints}>{words}</FactLine>;
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
