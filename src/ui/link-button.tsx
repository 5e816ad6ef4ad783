import type { ComponentProps } from 'react';
import { type ButtonStyle, buttonClass } from './button.tsx';
import { Link } from './link.tsx';

/** Looks like a button, goes to another screen: a link. */
export function LinkButton({
  look = 'outline',
  size = 'main',
  wide = false,
  floating = false,
  icon: Picture,
  className,
  children,
  ...rest
}: ButtonStyle & ComponentProps<typeof Link>) {
  return (
    <Link
      className={buttonClass({ look, size, wide, floating }, className)}
      data-main={look === 'filled' || undefined}
      {...rest}
    >
      {Picture && <Picture aria-hidden size={size === 'small' ? 20 : 24} />}
      <span>{children}</span>
    </Link>
  );
}
