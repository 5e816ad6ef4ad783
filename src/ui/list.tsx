import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './page.module.css';

/** A `ul` of rows, named by `aria-label`; its children are `li`. */
export function List({ className, ...rest }: ComponentProps<'ul'>) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without bullets for none
    <ul role="list" className={classes(styles['stack'], styles['near'], className)} {...rest} />
  );
}
