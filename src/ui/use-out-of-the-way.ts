import { type RefObject, useEffect } from 'react';

/**
 * What floats goes to the other end of the screen while it would cover what has the focus (WCAG 2.2,
 * 2.4.11 Focus Not Obscured). Sets `data-away`; the place itself is a matter of style. `shown`
 * changes with what floats, for that decides how large it is; undefined while nothing does.
 */
export function useOutOfTheWay(floating: RefObject<HTMLElement | null>, shown: unknown): void {
  useEffect(() => {
    if (shown === undefined) return undefined;
    const look = () => {
      const box = floating.current;
      // It stays where a finger has just come down on it.
      if (!box || box.contains(document.activeElement)) return;
      box.toggleAttribute('data-away', false);
      box.toggleAttribute('data-away', covers(box, document.activeElement));
    };
    look();
    addEventListener('focusin', look);
    return () => removeEventListener('focusin', look);
  }, [floating, shown]);
}

function covers(box: HTMLElement, focused: Element | null): boolean {
  if (!focused || focused === document.body) return false;
  const over = box.getBoundingClientRect();
  const under = focused.getBoundingClientRect();
  return under.top < over.bottom && under.bottom > over.top;
}
