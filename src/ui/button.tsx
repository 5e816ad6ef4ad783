import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';
import type { Icon } from './icons.ts';

/** One `filled` a screen: what the person came to do. `plain` is an outline that steps back. */
export type ButtonLook = 'filled' | 'outline' | 'plain' | 'quiet' | 'danger';

export interface ButtonStyle {
  readonly look?: ButtonLook;
  /** `main` 56 px, `small` 44 px. */
  readonly size?: 'main' | 'small';
  readonly wide?: boolean;
  /** A pill that lies above the page, as Add does. */
  readonly floating?: boolean;
  readonly icon?: Icon | undefined;
}

export const buttonClass = (
  { look = 'outline', size = 'main', wide = false, floating = false }: ButtonStyle,
  extra?: string,
): string =>
  classes(
    styles['button'],
    styles[look],
    size === 'small' && styles['small'],
    wide && styles['wide'],
    floating && styles['floating'],
    extra,
  );

export function Button({
  look,
  size,
  wide,
  floating,
  icon: Picture,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonStyle & ComponentProps<'button'>) {
  const style = {
    ...(look && { look }),
    ...(size && { size }),
    wide: !!wide,
    floating: !!floating,
  };
  return (
    <button
      type={type}
      className={buttonClass(style, className)}
      data-main={look === 'filled' || undefined}
      {...rest}
    >
      {Picture && <Picture aria-hidden size={size === 'small' ? 20 : 24} />}
      <span>{children}</span>
    </button>
  );
}
