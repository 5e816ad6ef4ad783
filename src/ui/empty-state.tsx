import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import type { Icon } from './icons.ts';

interface EmptyStateProps {
  readonly icon?: Icon;
  /** Asks for a strength: "Who round here is good with their hands?" */
  readonly question: string;
  readonly note?: ReactNode;
  /** The one button that starts it. */
  readonly children?: ReactNode;
}

export function EmptyState({ icon: Picture, question, note, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      {Picture && <Picture aria-hidden className={styles['picture']} size={40} />}
      <p className={styles['question']}>{question}</p>
      {note && <p className={styles['note']}>{note}</p>}
      {children}
    </div>
  );
}
