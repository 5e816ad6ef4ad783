import { type ComponentProps, createContext, type MouseEvent, use } from 'react';

/** How the app goes to another screen without loading the page; set once by the app. */
export const Navigation = createContext<((href: string) => void) | undefined>(undefined);

/** A click that wants a new tab, a download or another window belongs to the browser. */
const isPlainClick = (event: MouseEvent<HTMLAnchorElement>): boolean =>
  event.button === 0 &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  !event.altKey &&
  !event.currentTarget.target &&
  !event.currentTarget.hasAttribute('download');

/** A real link that stays inside the app when it can. Works inside wouter's `Link asChild` too. */
export function Link({ href, onClick, ...rest }: ComponentProps<'a'> & { readonly href?: string }) {
  const go = use(Navigation);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !go || !href?.startsWith('/') || !isPlainClick(event)) return;
    event.preventDefault();
    go(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
