import type { Away } from '#domain/place/away.ts';
import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { Row } from '#ui/row.tsx';
import { cardOf } from './go-to.ts';
import { ThingMark, useTypeWords } from './thing-mark.tsx';

interface ThingRowProps {
  readonly row: Line;
  readonly away?: Away | undefined;
  /** Instead of the words of its type. */
  readonly note?: string | undefined;
  /** What a tap does; without it the row leads to the card. */
  readonly onPress?: (() => void) | undefined;
}

export function ThingRow({ row, away, note, onPress }: ThingRowProps) {
  const typeWords = useTypeWords();
  const formats = useFormats();
  const where = onPress ? { onPress } : { href: cardOf(row.id) };
  return (
    <Row
      mark={<ThingMark row={row} />}
      title={row.name}
      note={note ?? typeWords(row)}
      aside={away && formats.away(away)}
      confirmed={row.status !== 'unconfirmed'}
      {...where}
    />
  );
}
