import { useSyncExternalStore } from 'react';
import type { MapTheme } from './palette.ts';

const dark = '(prefers-color-scheme: dark)';

function shownTheme(): MapTheme {
  const theme = document.documentElement.dataset['theme'];
  if (theme === 'light' || theme === 'dark' || theme === 'sun') return theme;
  return matchMedia(dark).matches ? 'dark' : 'light';
}

function listen(changed: () => void): () => void {
  const media = matchMedia(dark);
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  media.addEventListener('change', changed);
  return () => {
    watcher.disconnect();
    media.removeEventListener('change', changed);
  };
}

/** The theme as seen now, `auto` resolved; changes with the phone and with the settings. */
export const useShownTheme = (): MapTheme => useSyncExternalStore(listen, shownTheme);
