import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { FileTally } from './file-tally.ts';
import styles from './import.module.css';

interface TallyListProps {
  readonly tally: FileTally;
  /** Nothing has come in yet. */
  readonly isPlan?: boolean;
}

/** What became of each entry of a file, in numbers that add up. */
export function TallyList({ tally, isPlan = false }: TallyListProps) {
  const t = useWords('import');
  const formats = useFormats();
  const { all, chosen, off, refused, noType, held } = tally;
  const lines = [
    t(isPlan ? 'tally.planChosen' : 'tally.chosen', { count: chosen }),
    t(isPlan ? 'tally.planOff' : 'tally.off', { count: off }),
    t('tally.refused', { count: refused }),
    t('tally.noType', { count: noType }),
    ...(held > 0 ? [t('tally.held', { count: held })] : []),
  ];
  return (
    <div>
      <p>{t(isPlan ? 'tally.planTitle' : 'tally.title', { all: formats.number(all) })}:</p>
      <ul className={styles['reasons']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
