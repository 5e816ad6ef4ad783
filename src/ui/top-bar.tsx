import type { ReactNode } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { ArrowLeft, X } from './icons.ts';
import styles from './top-bar.module.css';

interface TopBarProps {
  /** The screen's `h1`; the app moves the focus to it when the screen changes. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onBack?: (() => void) | undefined;
  /** Instead of back, on a screen one fills in: a cross. */
  readonly onClose?: (() => void) | undefined;
  readonly actions?: ReactNode;
  /** On a card: the KindMark beside a bigger title, both below the buttons. */
  readonly mark?: ReactNode;
}

export function TopBar({ title, subtitle, onBack, onClose, actions, mark }: TopBarProps) {
  return (
    <header className={classes(styles['bar'], mark !== undefined && styles['card'])}>
      <WayOut onBack={onBack} onClose={onClose} />
      {actions && <div className={styles['actions']}>{actions}</div>}
      {mark && <div className={styles['mark']}>{mark}</div>}
      <h1 className={styles['title']} tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      {subtitle && <div className={styles['subtitle']}>{subtitle}</div>}
    </header>
  );
}

function WayOut({ onBack, onClose }: Pick<TopBarProps, 'onBack' | 'onClose'>) {
  const t = useWords('common');
  if (onBack)
    return (
      <span className={styles['way']} data-mirror>
        <IconButton icon={ArrowLeft} label={t('do.back')} onClick={onBack} />
      </span>
    );
  if (!onClose) return null;
  return (
    <span className={styles['way']}>
      <IconButton icon={X} label={t('do.close')} onClick={onClose} />
    </span>
  );
}
