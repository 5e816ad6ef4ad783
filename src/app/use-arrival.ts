import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '#i18n/use-words.ts';
import { mainId } from '#ui/frame.tsx';

/** Where the heading is somebody's own words, which do not belong in the browser's history. */
const isOwnWords = (location: string): boolean =>
  location === '/' || location === '/list' || location.startsWith('/asset/');

/** A screen that still waits for a part of itself stands there unseen and cannot take the focus. */
const isShown = (heading: HTMLElement): boolean => heading.getClientRects().length > 0;

const newestHeading = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`#${mainId} h1`)].filter(isShown).at(-1);

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
    const pageName = (heading: HTMLElement) =>
      isOwnWords(location) ? t('nav.list') : heading.textContent;
    const arrive = () => {
      const heading = newestHeading();
      if (heading === last.current) return;
      const earlier = last.current;
      last.current = heading;
      if (!heading) return;
      const isNew = !seen.has(heading);
      const { activeElement } = document;
      const isFree = activeElement === document.body || activeElement === earlier;
      seen.add(heading);
      document.title = `${pageName(heading)} · ${t('appName')}`;
      if (isMove && (isFree || (isNew && activeElement === from)))
        heading.focus({ preventScroll: !isNew });
    };
    arrive();
    const watch = new MutationObserver(arrive);
    const main = document.getElementById(mainId);
    if (main) watch.observe(main, { childList: true, subtree: true, attributeFilter: ['style'] });
    return () => watch.disconnect();
  }, [location, t, seen]);
}
