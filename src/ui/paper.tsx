import type { ReactNode } from 'react';
import styles from './paper.module.css';

/** What stands on it, and nothing else of the screen, is what the printer prints. */
export function Paper({ children }: { readonly children: ReactNode }) {
  return <div className={styles['paper']}>{children}</div>;
}
