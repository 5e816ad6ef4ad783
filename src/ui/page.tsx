import { type ComponentProps, type ReactNode, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './page.module.css';
import { useKeptInView } from './use-kept-in-view.ts';

/** A screen of one column with room at its sides. */
export function Page({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classes(styles['page'], className)} {...rest} />;
}

/** Things below each other: `near` 8 px, usual 12 px, `far` 24 px. */
export function Stack({
  gap,
  className,
  ...rest
}: { readonly gap?: 'near' | 'far' } & ComponentProps<'div'>) {
  return <div className={classes(styles['stack'], gap && styles[gap], className)} {...rest} />;
}

/** Things beside each other that wrap when they must. */
export function Line({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classes(styles['line'], className)} {...rest} />;
}

interface ActionBarProps {
  /** A quiet sentence above the buttons: "Kept as you type". */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** The buttons of the screen, within reach of a thumb at its end. */
export function ActionBar({ note, children }: ActionBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useKeptInView(bar);
  return (
    <div ref={bar} className={styles['actions']} data-action-bar>
      {note && <p className={styles['note']}>{note}</p>}
      {children}
    </div>
  );
}
