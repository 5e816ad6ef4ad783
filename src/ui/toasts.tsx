import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import styles from './toast.module.css';
import { Toast, type ToastWords } from './toast.tsx';
import { useOutOfTheWay } from './use-out-of-the-way.ts';

interface Shown extends ToastWords {
  readonly key: number;
}

type Show = (toast: ToastWords) => void;

const ShowToast = createContext<Show | undefined>(undefined);

/** Says shortly what was done, with a way back. One at a time: the newest is what one may undo. */
export function useToast(): Show {
  const show = use(ShowToast);
  if (!show) throw new Error('useToast needs a Toasts above it');
  return show;
}

/** Around the app, once. The live region is always there, so that screen readers notice changes. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown>();
  const show = useCallback<Show>(
    (toast) => setShown((old) => ({ ...toast, key: (old?.key ?? 0) + 1 })),
    [],
  );
  const close = useCallback(() => setShown(undefined), []);
  const host = useRef<HTMLDivElement>(null);
  useOutOfTheWay(host, shown);
  const toast = useMemo(
    () => shown && <Toast key={shown.key} words={shown.words} undo={shown.undo} onClose={close} />,
    [shown, close],
  );
  return (
    <ShowToast value={show}>
      {children}
      <div ref={host} className={styles['host']} aria-live="polite" aria-atomic="true">
        {toast}
      </div>
    </ShowToast>
  );
}
