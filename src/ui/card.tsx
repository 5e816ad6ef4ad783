import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './surface.module.css';

export interface Edge {
  /** `false` draws the stitched edge: nobody has confirmed it yet. Say so in words too. */
  readonly confirmed?: boolean;
  readonly chosen?: boolean;
}

export const surfaceClass = ({ confirmed = true, chosen = false }: Edge, extra?: string): string =>
  classes(
    styles['surface'],
    !confirmed && styles['unconfirmed'],
    chosen && styles['chosen'],
    extra,
  );

/** A sheet of card on the paper. */
export function Card({
  confirmed = true,
  chosen = false,
  className,
  ...rest
}: Edge & ComponentProps<'div'>) {
  const own = classes(styles['card'], className);
  return <div className={surfaceClass({ confirmed, chosen }, own)} {...rest} />;
}
