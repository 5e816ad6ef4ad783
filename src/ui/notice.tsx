import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { CircleCheck, type Icon, Info, TriangleAlert } from './icons.ts';
import styles from './notice.module.css';

export type Tone = 'info' | 'success' | 'warn' | 'danger';

const pictures: Readonly<Record<Tone, Icon>> = {
  info: Info,
  success: CircleCheck,
  warn: TriangleAlert,
  danger: TriangleAlert,
};

interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: string;
  /** `status` waits its turn with a screen reader, `alert` breaks in; neither for what was there. */
  readonly live?: 'status' | 'alert';
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Notice({ tone = 'info', title, live, actions, children }: NoticeProps) {
  const Picture = pictures[tone];
  return (
    <div role={live} className={classes(styles['notice'], styles[tone])}>
      <Picture aria-hidden size={24} />
      <div className={styles['body']}>
        {title && <p className={styles['title']}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
