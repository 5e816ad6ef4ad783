import { classes } from './classes.ts';
import styles from './state-line.module.css';

interface StateLineProps {
  readonly words: string;
  /** Something still waits: the dot turns yellow. The words must say it too. */
  readonly waiting?: boolean;
  /** With it the line is a status that screen readers follow: "Sharing". */
  readonly label?: string;
}

/** A state in words: "Saved on this phone · 3 waiting to share". */
export function StateLine({ words, waiting, label }: StateLineProps) {
  const live = label ? { role: 'status', 'aria-label': label } : {};
  return (
    <span {...live} className={styles['line']}>
      <span aria-hidden="true" className={classes(styles['dot'], waiting && styles['waiting'])} />
      <span>{words}</span>
    </span>
  );
}
