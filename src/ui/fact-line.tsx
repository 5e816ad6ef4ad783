import type { ReactNode } from 'react';
import styles from './fact-line.module.css';
import type { Icon } from './icons.ts';

interface FactLineProps {
  readonly icon: Icon;
  readonly children: ReactNode;
  /** What stands quietly below: the age of the fact, an exception. */
  readonly note?: ReactNode;
}

/** One fact of a card with its picture. */
export function FactLine({ icon: Picture, children, note }: FactLineProps) {
  return (
    <div className={styles['fact']}>
      <Picture aria-hidden className={styles['picture']} size={22} />
      <div>{children}</div>
      {note && <div className={styles['note']}>{note}</div>}
    </div>
  );
}
