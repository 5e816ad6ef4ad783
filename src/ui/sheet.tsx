import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { IconButton } from './icon-button.tsx';
import { X } from './icons.ts';
import styles from './sheet.module.css';

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  /** Asked for by the close button, Escape, Back of the phone and a tap beside the sheet. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stay in sight at the bottom, the main one first. */
  readonly actions?: ReactNode;
}

/** A native dialog: from the bottom on a phone, in the middle from 600 px. Focus goes back by itself. */
export function Sheet({ open, title, onClose, children, actions }: SheetProps) {
  const t = useWords('common');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    return () => element.close();
  }, [open]);
  const closeBeside = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, natively
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={styles['sheet']}
      onClick={closeBeside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div className={styles['inside']}>
          <div className={styles['head']}>
            <h2 id={titleId}>{title}</h2>
            <IconButton icon={X} label={t('do.close')} onClick={onClose} />
          </div>
          <div className={styles['body']}>{children}</div>
          {actions && <div className={styles['actions']}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
