import type { MouseEvent } from 'react';
import styles from './skip-link.module.css';

interface SkipLinkProps {
  readonly label: string;
  /** Id of what it leads to, without the hash. */
  readonly to: string;
}

/** The first stop of the keyboard. The address stays as it is: a hash may carry an invite. */
export function SkipLink({ label, to }: SkipLinkProps) {
  const skip = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    document.getElementById(to)?.focus();
  };
  return (
    <a href={`#${to}`} className={styles['skip']} onClick={skip}>
      {label}
    </a>
  );
}
