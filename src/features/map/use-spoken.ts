import { useEffect, useRef, useState } from 'react';

/** Faster than this, words from a live region run into each other. */
const pauseMs = 1500;

/** The words for a live region: the newest, but never two within a breath. */
export function useSpoken(words: string): string {
  const [said, setSaid] = useState('');
  const lastAt = useRef(0);
  useEffect(() => {
    if (words === '') return undefined;
    const wait = Math.max(0, lastAt.current + pauseMs - Date.now());
    const timer = setTimeout(() => {
      lastAt.current = Date.now();
      setSaid(words);
    }, wait);
    return () => clearTimeout(timer);
  }, [words]);
  return said;
}
