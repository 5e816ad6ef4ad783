import { type RefObject, useEffect } from 'react';

/**
 * Words that come late push what has the focus under the bar at the page's end: it is brought back
 * (WCAG 2.2, 2.4.11). Not what is typed in: a finger may have scrolled away from that.
 */
export function useKeptInView(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const page = bar.current?.parentElement;
    if (!page) return undefined;
    const watch = new ResizeObserver(() =>
      page
        .querySelector(':is(a, button):focus-visible')
        ?.scrollIntoView({ block: 'nearest', behavior: 'instant' }),
    );
    watch.observe(page);
    return () => watch.disconnect();
  }, [bar]);
}
