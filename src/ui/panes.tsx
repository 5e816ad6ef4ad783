import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './panes.module.css';
import { useWide } from './use-wide.ts';

interface PanesProps {
  readonly list: ReactNode;
  /** The map beside the list from 900 px; a narrow screen does not even build it. */
  readonly side?: (() => ReactNode) | undefined;
  /** The open card: alone on a phone, instead of the side from 900 px, third from 1,200 px. */
  readonly card?: ReactNode;
}

export function Panes({ list, side, card }: PanesProps) {
  const wide = useWide();
  return (
    <div className={styles['panes']}>
      <div className={styles['pane']}>{list}</div>
      {side && wide && (
        <div className={classes(styles['pane'], styles['full'], styles['side'])}>{side()}</div>
      )}
      {card && <div className={classes(styles['pane'], styles['card'])}>{card}</div>}
    </div>
  );
}
