import type { Page } from 'playwright';

/**
 * Words wider than what holds them, cut off by it, or beyond the edge of a screen that does not
 * scroll there. A closed choice shortens its words by itself, and opens to tell them whole.
 */
export const cutWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && !element.closest('[aria-hidden="true"], select');
    };
    const hasWords = ({ childNodes }: Element): boolean =>
      [...childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
    const isCut = (element: Element): boolean => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const isHiding = getComputedStyle(element).overflowY === 'hidden';
      const isTaller = isHiding && scrollHeight > clientHeight + 1;
      return clientWidth > 0 && (scrollWidth > clientWidth + 1 || isTaller);
    };
    const scrollsSideways = (element: Element | null): boolean =>
      element !== null &&
      element.tagName !== 'MAIN' &&
      (getComputedStyle(element).overflowX === 'auto' || scrollsSideways(element.parentElement));
    const isBeyond = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return (left < -1 || right > innerWidth + 1) && !scrollsSideways(element);
    };
    return [...document.querySelectorAll('main *, nav *, button *')]
      .filter((element) => isSeen(element) && hasWords(element))
      .filter((element) => isCut(element) || isBeyond(element))
      .map((element) => `${element.tagName} "${(element.textContent ?? '').trim().slice(0, 40)}"`);
  });
