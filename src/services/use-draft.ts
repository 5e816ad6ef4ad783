import { useCallback, useEffect, useRef, useState } from 'react';
import type { Json } from '#base/json.ts';
import { guarded, type StorageFailure } from '#device/storage-trouble.ts';
import type { DraftInHand, DraftWish } from './draft-desk.ts';
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

interface Held<T> {
  readonly inHand: DraftInHand;
  readonly value: T;
}

/**
 * What is being typed into a form, on disk as it is typed; undefined while it is being looked for.
 * No other tab has this draft while the form is open.
 */
export function useDraft<T extends Json>(
  form: string,
  initial: T,
  wish: DraftWish = {},
): Draft<T> | undefined {
  const { drafts, draftDesk, warmUp } = useOpened();
  const [held, setHeld] = useState<Held<T>>();
  const [trouble, setTrouble] = useState<StorageFailure>();
  const waiting = useRef<{ key: string; value: T; timer: ReturnType<typeof setTimeout> }>(
    undefined,
  );
  /** Typed since the draft was last asked for: what the disk holds is older. */
  const typed = useRef<{ readonly value: T }>(undefined);
  const start = useRef({ initial, wish });

  const flush = useCallback(async (): Promise<void> => {
    if (!waiting.current) return;
    const { key, value, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = undefined;
    const kept = await guarded(() => drafts.write(key, value));
    setTrouble(kept.ok ? undefined : kept.error);
  }, [drafts]);

  const writeSoon = useCallback(
    (key: string, value: T): void => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      const timer = setTimeout(() => void flush(), writeWithinMs);
      waiting.current = { key, value, timer };
    },
    [flush],
  );

  useEffect(() => {
    const left = new AbortController();
    typed.current = undefined;
    const taking = draftDesk.take(form, start.current.wish, left.signal);
    let mine: DraftInHand | undefined;
    void taking.then((inHand) => {
      if (!inHand || left.signal.aborted) return;
      mine = inHand;
      // A form that was hidden and is shown again may be typed in before its draft is back.
      if (typed.current) writeSoon(inHand.key, typed.current.value);
      const found = (inHand.stored ?? start.current.initial) as T;
      setHeld({ inHand, value: typed.current ? typed.current.value : found });
    });
    const flushNow = () => void flush();
    addEventListener('pagehide', flushNow);
    return () => {
      left.abort();
      removeEventListener('pagehide', flushNow);
      const flushed = flush();
      // At once where it can be: a form shown again takes its draft in the same breath.
      if (mine) mine.letGo(flushed);
      else void taking.then((inHand) => inHand?.letGo(flushed));
    };
  }, [draftDesk, form, flush, writeSoon]);

  const key = held?.inHand.key;
  const set = useCallback(
    (value: T): void => {
      setHeld((before) => before && { ...before, value });
      typed.current = { value };
      if (waiting.current) {
        waiting.current.value = value;
        return;
      }
      if (key === undefined) return;
      writeSoon(key, value);
      warmUp();
    },
    [writeSoon, key, warmUp],
  );

  const clear = useCallback(async (): Promise<void> => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = undefined;
    typed.current = undefined;
    if (key !== undefined) await drafts.clear(key);
  }, [drafts, key]);

  if (!held) return undefined;
  const restored = held.inHand.stored !== undefined;
  return { value: held.value, restored, trouble, set, clear };
}
