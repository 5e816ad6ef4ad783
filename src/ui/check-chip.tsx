import styles from './chip.module.css';
import { classes } from './classes.ts';
import type { Icon } from './icons.ts';

interface CheckChipProps {
  readonly label: string;
  readonly icon?: Icon;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** A filter: a native checkbox that fills its pill. */
export function CheckChip({ label, icon: Picture, checked, onCheck }: CheckChipProps) {
  return (
    <label className={classes(styles['chip'], styles['press'])}>
      <input
        type="checkbox"
        className={styles['cover']}
        checked={checked}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      {Picture && <Picture aria-hidden size={20} />}
      <span>{label}</span>
    </label>
  );
}
