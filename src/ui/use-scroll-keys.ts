import { type RefObject, useEffect } from 'react';

/** How far each key moves, in heights of the area; a line is a tenth. */
const steps: Readonly<Record<string, number>> = {
  PageDown: 0.9,
  PageUp: -0.9,
  ' ': 0.9,
  ArrowDown: 0.1,
  ArrowUp: -0.1,
  End: Number.MAX_SAFE_INTEGER,
  Home: Number.MIN_SAFE_INTEGER,
};

const isPlain = (event: KeyboardEvent): boolean =>
  !(event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

/**
 * Browsers send the scrolling keys to the whole page until something has the focus. Where only
 * a part of it scrolls they would do nothing: they are handed on to that part.
 */
export function useScrollKeys(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const scroll = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined || !isPlain(event) || document.activeElement !== document.body) return;
      area.current?.scrollBy({ top: step * area.current.clientHeight });
    };
    document.addEventListener('keydown', scroll);
    return () => document.removeEventListener('keydown', scroll);
  }, [area]);
}
