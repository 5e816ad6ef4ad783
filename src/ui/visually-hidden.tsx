import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './visually-hidden.module.css';

/** Words for screen readers only. */
export function VisuallyHidden({ className, ...rest }: ComponentProps<'span'>) {
  return <span className={classes(styles['hidden'], className)} {...rest} />;
}
