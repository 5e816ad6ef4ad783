import { useId } from 'react';
import { type Location, pointOf } from '#domain/place/location.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { wayTo } from '#map/spot.ts';
import type { AskRow } from '#services/use-asks.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import { cardOf } from './card-of.ts';
import { RivalCards } from './rival-cards.tsx';
import styles from './todo.module.css';
import type { Keeping } from './use-keeping.ts';

interface AskCardProps {
  readonly ask: AskRow;
  readonly own: ReadonlySet<string>;
  readonly onKeep: Keeping['keep'];
}

/** One line of one card, and what people say of it, side by side. */
export function AskCard({ ask, own, onKeep }: AskCardProps) {
  const thing = useThing(ask.id);
  if (!thing || thing === 'missing') return null;
  return <Ask ask={ask} own={own} onKeep={onKeep} thing={thing} />;
}

function Ask({ ask, own, onKeep, thing }: AskCardProps & { readonly thing: Thing }) {
  const title = useId();
  const { row, read } = thing;
  const words = useFieldWords(row.type);
  return (
    <Card className={styles['ask'] ?? ''} aria-labelledby={title} role="group">
      <h3 id={title} className={styles['askTitle']}>
        <Link href={cardOf(row)}>
          <bdi>{row.name}</bdi>
        </Link>
        <span>{words.label(ask.field)}</span>
      </h3>
      <Apart ask={ask} />
      {read && <RivalCards ask={ask} own={own} onKeep={onKeep} record={read.record} row={row} />}
    </Card>
  );
}

/** Two spots read alike: how far they lie from each other tells them apart. */
function Apart({ ask: { field, rivals } }: { readonly ask: AskRow }) {
  const t = useWords('todo');
  const formats = useFormats();
  if (field !== 'location') return null;
  const [one, other] = rivals.map(({ value }) => pointOf(value as unknown as Location));
  if (!one || !other) return null;
  const spot = ([lon, lat]: readonly [number, number]) => ({ lon, lat });
  const { metres } = wayTo(spot(one), spot(other));
  return <p>{t('asks.apart', { distance: formats.distance(metres) })}</p>;
}
