import { useId } from 'react';
import styles from './progress-line.module.css';

interface ProgressLineProps {
  /** What is going on and how far it is: "Reading the file, 300 of 1,200". */
  readonly words: string;
  /** 0…max; left out while nobody knows. */
  readonly done?: number | undefined;
  readonly max?: number | undefined;
}

/** Never a bar without a sentence. */
export function ProgressLine({ words, done, max = 1 }: ProgressLineProps) {
  const id = useId();
  return (
    <div className={styles['line']}>
      <span id={id}>{words}</span>
      <progress className={styles['bar']} aria-labelledby={id} value={done} max={max} />
    </div>
  );
}
