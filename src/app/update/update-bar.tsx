import { type ReactElement, Suspense, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { applyUpdate } from './takeover.ts';
import styles from './update-bar.module.css';
import type { UpdatePhase } from './update-state.ts';
import { useUpdate } from './use-update.ts';

/** Says what a new version is doing. The place is always in the page, so changes are read out. */
export function UpdateBar(): ReactElement {
  const { phase, held } = useUpdate();
  const [hidden, setHidden] = useState<UpdatePhase>('current');
  const shown = phase !== 'current' && phase !== hidden;
  return (
    <div aria-live="polite">
      <Suspense>
        {shown && <Message phase={phase} held={held} onHide={() => setHidden(phase)} />}
      </Suspense>
    </div>
  );
}

interface MessageProps {
  readonly phase: Exclude<UpdatePhase, 'current'>;
  readonly held: boolean;
  readonly onHide: () => void;
}

function Message({ phase, held, onHide }: MessageProps): ReactElement {
  const t = useWords('update');
  const isAsked = phase === 'waiting' || phase === 'ready-to-reload';
  const canChange = isAsked && !held;
  return (
    <div className={styles['bar']}>
      <p className={styles['words']}>
        {t(phase)} {held && isAsked && t('held')}
      </p>
      {canChange && (
        <button type="button" className={styles['action']} onClick={applyUpdate}>
          {t(phase === 'waiting' ? 'apply' : 'reload')}
        </button>
      )}
      <button type="button" className={styles['action']} onClick={onHide}>
        {t('close')}
      </button>
    </div>
  );
}
