import type { Page } from 'playwright';

export interface Focus {
  /** The same for the same element, empty when nothing has the focus. */
  readonly key: string;
  /** What lies over its middle, or `false` when it can be seen. */
  readonly coveredBy: string | false;
  /** Whether anything is drawn around it that was not there without the focus. */
  readonly isMarked: boolean;
}

/** What has the focus and what covers it. Of something bigger than the screen the part in view counts. */
export const focusNow = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) {
      return { key: '', coveredBy: false as const, isMarked: true };
    }
    const before = [...document.querySelectorAll('*')].indexOf(focused);
    const words = focused.getAttribute('aria-label') || focused.textContent || '';
    const key = `${before} ${focused.tagName.toLowerCase()} "${words.trim().slice(0, 40)}"`;
    const drawn = (element: Element | null): boolean => {
      if (!element || element === document.body) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return hasRing || (element.tagName !== 'LI' && drawn(element.parentElement));
    };
    const isMarked = drawn(focused);
    const whole = focused.closest('label') ?? focused;
    const box = whole.getBoundingClientRect();
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    if (bottom <= top || right <= left) {
      return { key, coveredBy: 'the edge of the screen', isMarked };
    }
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isSeen = hit !== null && (hit.contains(focused) || whole.contains(hit));
    const cover = `${hit?.tagName} "${hit?.textContent?.slice(0, 30)}"`;
    return { key, coveredBy: isSeen ? (false as const) : cover, isMarked };
  });
