import { useEffect, useRef } from 'react';
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
  useEffect(() => {
    const isMove = before.current !== location;
    before.current = location;
    const from = document.activeElement;
    let last: HTMLElement | undefined;
    const arrive = () => {
      const heading = newestHeading();
      if (!heading || heading === last) return;
      last = heading;
      const words = isOwnWords(location) ? t('nav.list') : heading.textContent;
      document.title = `${words} · ${t('appName')}`;
      const { activeElement } = document;
      if (isMove && (activeElement === document.body || activeElement === from)) heading.focus();
    };
    arrive();
    const watch = new MutationObserver(arrive);
    const main = document.getElementById(mainId);
    if (main) watch.observe(main, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [location, t]);
}
