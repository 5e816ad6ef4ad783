/** `auto` follows the phone; `sun` is for bright daylight and never chosen by itself. */
export const themes = ['auto', 'light', 'dark', 'sun'] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** Sets the theme on <html> and colours the phone's own bar with the paper. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    if (theme === 'auto') continue;
    meta.removeAttribute('media');
    meta.setAttribute('content', paper);
  }
}
