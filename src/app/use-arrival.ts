import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '#i18n/use-words.ts';
import { mainId } from '#ui/frame.tsx';

/** Where the heading is somebody's own words, which do not belong in the browser's history. */
const isOwnWords = (location: string): boolean =>
  location === '/' || location === '/list' || location.startsWith('/asset/');

const newestHeading = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`#${mainId} h1`)].at(-1);

/**
 * A new screen names the page and takes the focus to its heading, as a new page would: whenever
 * the heading comes, unless the person has gone on to something else meanwhile.
 */
export function useArrival(): void {
  const t = useWords('common');
  const [location] = useLocation();
  const before = useRef(location);
  const last = useRef<HTMLElement>(undefined);
  // Beside an open card the list's own heading stays: coming back to it is no arrival.
  const [seen] = useState(() => new WeakSet<HTMLElement>());
  useEffect(() => {
    const isMove = before.current !== location;
    before.current = location;
    const from = document.activeElement;
    const arrive = () => {
      const heading = newestHeading();
      if (!heading || heading === last.current) return;
      const isNew = !seen.has(heading);
      const { activeElement } = document;
      const isFree = activeElement === document.body || activeElement === last.current;
      last.current = heading;
      seen.add(heading);
      const words = isOwnWords(location) ? t('nav.list') : heading.textContent;
      document.title = `${words} · ${t('appName')}`;
      if (isMove && (isFree || (isNew && activeElement === from)))
        heading.focus({ preventScroll: !isNew });
    };
    arrive();
    const watch = new MutationObserver(arrive);
    const main = document.getElementById(mainId);
    if (main) watch.observe(main, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [location, t, seen]);
}
