import type { Failure } from '#base/result.ts';

/** `away`: the screen was left, so the camera was let go; it starts again when asked to. */
export type ScanState =
  | { readonly at: 'closed' | 'asking' | 'away' | 'reading' }
  | { readonly at: 'looking'; readonly light: 'none' | 'off' | 'on' }
  | { readonly at: 'failed'; readonly failure: Failure };

/** What a scan is at, told to whoever listens. */
export function createScanState() {
  const listeners = new Set<() => void>();
  let state: ScanState = { at: 'closed' };
  return {
    read: (): ScanState => state,
    set: (next: ScanState): void => {
      state = next;
      for (const listener of listeners) listener();
    },
    /** The answer stops it. */
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
