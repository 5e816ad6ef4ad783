import { useSyncExternalStore } from 'react';

const query = '(min-width: 900px)';

const listen = (listener: () => void): (() => void) => {
  const wide = matchMedia(query);
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

/** There is room for two panes and the rail. The same width stands in frame and panes' CSS. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => matchMedia(query).matches);
