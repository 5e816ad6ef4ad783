import type { ThingRow } from '#domain/record/thing-row.ts';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import type { Thing } from '#services/use-thing.ts';
import { TopBar } from '#ui/top-bar.tsx';
import styles from './card.module.css';
import { goBack } from './go-to.ts';
import { StatusLine } from './status-line.tsx';
import { ThingMark, useTypeWords } from './thing-mark.tsx';

interface CardHeadProps {
  readonly thing: Thing;
  /** Who makes it happen, where that is known. */
  readonly organiser: ThingRow | undefined;
  readonly onBack?: () => void;
}

export function CardHead({ thing, organiser, onBack = goBack }: CardHeadProps) {
  const t = useWords('card');
  const typeWords = useTypeWords();
  const { now } = useServices();
  const { row } = thing;
  const by = organiser && t('from', { name: organiser.name });
  return (
    <TopBar
      title={row.name}
      onBack={onBack}
      mark={<ThingMark row={row} />}
      subtitle={
        <div className={styles['subtitle']}>
          <span>{[typeWords(row), by].filter(Boolean).join(' · ')}</span>
          <StatusLine thing={thing} now={now()} />
        </div>
      }
    />
  );
}
