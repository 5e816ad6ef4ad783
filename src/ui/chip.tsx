import type { ComponentProps, ReactNode } from 'react';
import styles from './chip.module.css';
import { classes } from './classes.ts';
import type { Icon } from './icons.ts';
import { Link } from './link.tsx';

interface ChipLook {
  readonly icon?: Icon | undefined;
  readonly children: ReactNode;
}

/** A small fact in a pill. */
export function Chip({ icon: Picture, children }: ChipLook) {
  return (
    <span className={styles['chip']}>
      {Picture && <Picture aria-hidden size={20} />}
      <span>{children}</span>
    </span>
  );
}

/** A tie to another thing. */
export function ChipLink({
  icon: Picture,
  children,
  ...rest
}: ChipLook & ComponentProps<typeof Link>) {
  return (
    <Link className={classes(styles['chip'], styles['press'])} {...rest}>
      {Picture && <Picture aria-hidden size={20} />}
      <span>{children}</span>
    </Link>
  );
}

/** A small choice that acts at once; `chosen` is said to screen readers as pressed. */
export function ChipButton({
  icon: Picture,
  children,
  chosen,
  ...rest
}: ChipLook & { readonly chosen?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      className={classes(styles['chip'], styles['press'], chosen && styles['chosen'])}
      {...rest}
    >
      {Picture && <Picture aria-hidden size={20} />}
      <span>{children}</span>
    </button>
  );
}

/** Chips in a line: `scroll` runs off the edge of the screen, otherwise they wrap. */
export function ChipStrip({
  scroll,
  ...rest
}: { readonly scroll?: boolean } & ComponentProps<'div'>) {
  return <div className={classes(styles['strip'], styles[scroll ? 'scroll' : 'wrap'])} {...rest} />;
}
