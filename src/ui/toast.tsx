import { useWords } from '#i18n/use-words.ts';
import { X } from './icons.ts';
import styles from './toast.module.css';
import { useTimeLeft } from './use-time-left.ts';

export interface ToastWords {
  readonly words: string;
  readonly undo?: (() => void) | undefined;
}

/** Ten seconds, longer while a finger, pointer or the focus rests on it. */
const shownForMs = 10_000;

export function Toast({ words, undo, onClose }: ToastWords & { readonly onClose: () => void }) {
  const t = useWords('common');
  const rest = useTimeLeft(shownForMs, onClose);
  const takeBack = () => {
    undo?.();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it only holds the clock, nothing is hidden from the keyboard
    <div
      className={styles['toast']}
      onPointerEnter={rest.hold}
      onPointerLeave={rest.go}
      onFocus={rest.hold}
      onBlur={rest.go}
    >
      <span className={styles['words']}>{words}</span>
      {undo && (
        <button type="button" className={`${styles['press']} ${styles['undo']}`} onClick={takeBack}>
          {t('do.undo')}
        </button>
      )}
      <button
        type="button"
        className={styles['press']}
        aria-label={t('do.close')}
        onClick={onClose}
      >
        <X aria-hidden size={20} />
      </button>
    </div>
  );
}
