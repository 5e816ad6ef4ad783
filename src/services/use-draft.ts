import { useCallback, useEffect, useRef, useState } from 'react';
import type { Json } from '#base/json.ts';
import { guarded, type StorageFailure } from '#device/storage-trouble.ts';
import { useOpened } from './use-services.ts';

/** Typing reaches the disk at the latest this long after the key went down. */
const writeWithinMs = 300;

export interface Draft<T> {
  readonly value: T;
  set(next: T): void;
  clear(): Promise<void>;
  /** True where it was found on disk: the person is told that nothing was lost. */
  readonly restored: boolean;
  /** Why the last words are on the screen only, not on the disk. */
  readonly trouble: StorageFailure | undefined;
}

/** What is being typed, on disk as it is typed; undefined while the stored draft is being read. */
export function useDraft<T extends Json>(key: string, initial: T): Draft<T> | undefined {
  const { drafts, warmUp } = useOpened();
  const [held, setHeld] = useState<{ value: T; restored: boolean }>();
  const [trouble, setTrouble] = useState<StorageFailure>();
  const waiting = useRef<{ value: T; timer: ReturnType<typeof setTimeout> }>(undefined);
  const start = useRef(initial);

  const flush = useCallback((): void => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const { value } = waiting.current;
    waiting.current = undefined;
    void guarded(() => drafts.write(key, value)).then((kept) =>
      setTrouble(kept.ok ? undefined : kept.error),
    );
  }, [drafts, key]);

  useEffect(() => {
    let current = true;
    void drafts.read(key).then((stored) => {
      if (!current) return;
      const restored = stored !== undefined;
      setHeld({ value: restored ? (stored as T) : start.current, restored });
    });
    addEventListener('pagehide', flush);
    return () => {
      current = false;
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [drafts, key, flush]);

  const set = useCallback(
    (value: T): void => {
      setHeld((before) => ({ value, restored: before?.restored ?? false }));
      if (waiting.current) {
        waiting.current.value = value;
        return;
      }
      waiting.current = { value, timer: setTimeout(flush, writeWithinMs) };
      warmUp();
    },
    [flush, warmUp],
  );

  const clear = useCallback(async (): Promise<void> => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = undefined;
    await drafts.clear(key);
  }, [drafts, key]);

  return held && { ...held, trouble, set, clear };
}
