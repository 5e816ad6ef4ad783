import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What was last rendered, for listeners that are set up once. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
