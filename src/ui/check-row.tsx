import type { ReactNode } from 'react';
import styles from './choice.module.css';
import { classes } from './classes.ts';

interface CheckRowProps {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly id?: string;
}

/** A sentence one agrees to or not. */
export function CheckRow({ label, note, checked, onCheck, disabled, id }: CheckRowProps) {
  return (
    <label className={classes(styles['option'], styles['row'], styles['plain'])}>
      <input
        type="checkbox"
        id={id}
        className={styles['tick']}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <span className={styles['words']}>
        <span>{label}</span>
        {note && <span className={styles['note']}> {note}</span>}
      </span>
    </label>
  );
}
