import { type RefObject, useEffect } from 'react';

/** Tells the styles of what holds a thing how wide its words have made it, as `--add-width`. */
export function useToldWidth(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() =>
      element
        .closest<HTMLElement>('[data-hand]')
        ?.style.setProperty('--add-width', `${element.offsetWidth}px`),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
}
