import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { Row } from '#ui/row.tsx';
import { cardOf } from './go-to.ts';
import { ThingMark, useTypeWords } from './thing-mark.tsx';

interface ThingRowProps {
  readonly row: Line;
  readonly metres?: number | undefined;
  /** Instead of the words of its type. */
  readonly note?: string | undefined;
  /** What a tap does; without it the row leads to the card. */
  readonly onPress?: (() => void) | undefined;
}

export function ThingRow({ row, metres, note, onPress }: ThingRowProps) {
  const typeWords = useTypeWords();
  const formats = useFormats();
  const where = onPress ? { onPress } : { href: cardOf(row.id) };
  return (
    <Row
      mark={<ThingMark row={row} />}
      title={row.name}
      note={note ?? typeWords(row)}
      aside={metres === undefined ? undefined : formats.distance(metres)}
      confirmed={row.status !== 'unconfirmed'}
      {...where}
    />
  );
}
