import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';
import type { Icon } from './icons.ts';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: Icon;
  /** What it does; read out and shown as a tip. */
  readonly label: string;
  /** Bigger, on its own card: for buttons over the map. */
  readonly raised?: boolean;
}

export function IconButton({
  icon: Picture,
  label,
  raised,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classes(styles['button'], styles['icon'], raised && styles['raised'], className)}
      {...rest}
    >
      <Picture aria-hidden size={24} />
    </button>
  );
}
