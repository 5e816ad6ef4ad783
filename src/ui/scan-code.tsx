import { useEffect, useRef } from 'react';
import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from './button.tsx';
import { FileField } from './file-field.tsx';
import { Flashlight, ScanQrCode } from './icons.ts';
import { Notice } from './notice.tsx';
import { Stack } from './page.tsx';
import { ProgressLine } from './progress-line.tsx';
import styles from './scan-code.module.css';
import { Sheet } from './sheet.tsx';

/** `away`: the screen was left, so the camera was let go. */
type ScanShown =
  | { readonly at: 'closed' | 'asking' | 'away' | 'reading' }
  | { readonly at: 'looking'; readonly light: 'none' | 'off' | 'on' }
  | { readonly at: 'failed'; readonly failure: Failure };

interface Scan {
  readonly state: ScanShown;
  readonly start: () => Promise<void>;
  /** Shows the camera in the element; the answer ends that. */
  readonly watch: (video: HTMLVideoElement) => () => void;
  readonly setLight: (isOn: boolean) => Promise<void>;
  readonly choose: (file: Blob) => Promise<void>;
  readonly close: () => void;
}

/** The button, and what opens by it: the camera's picture, or one that is chosen. */
export function ScanCode({ scan }: { readonly scan: Scan }) {
  const t = useWords('share');
  const { state, start, choose, close } = scan;
  return (
    <>
      <Button wide icon={ScanQrCode} onClick={() => void start()}>
        {t('scan.press')}
      </Button>
      <Sheet
        open={state.at !== 'closed'}
        title={t('scan.press')}
        onClose={close}
        actions={<Cancel onClick={close} />}
      >
        {(state.at === 'asking' || state.at === 'looking') && (
          <div aria-hidden="true" className={styles['seen']}>
            {state.at === 'looking' && <Live watch={scan.watch} />}
          </div>
        )}
        <Told scan={scan} />
        <FileField
          label={t('scan.picture')}
          hint={t('scan.pictureHint')}
          accept="image/*"
          onFile={(file) => void (file && choose(file))}
        />
      </Sheet>
    </>
  );
}

function Cancel({ onClick }: { readonly onClick: () => void }) {
  const t = useWords('common');
  return (
    <Button wide onClick={onClick}>
      {t('do.cancel')}
    </Button>
  );
}

/** Hidden from screen readers: the words beside it say what to do, and what came of it. */
function Live({ watch }: Pick<Scan, 'watch'>) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => (video.current ? watch(video.current) : undefined), [watch]);
  return <video ref={video} className={styles['live']} muted playsInline />;
}

function Told({ scan: { state, start, setLight } }: { readonly scan: Scan }) {
  const t = useWords('share');
  const failureWords = useFailureWords();
  const isLit = state.at === 'looking' && state.light === 'on';
  return (
    <Stack>
      <div role="status">
        {state.at === 'asking' && <p>{t('scan.asking')}</p>}
        {state.at === 'looking' && <p>{t('scan.aim')}</p>}
        {state.at === 'away' && <p>{t('scan.away')}</p>}
        {state.at === 'reading' && <ProgressLine words={t('scan.reading')} />}
        {state.at === 'failed' && (
          <Notice tone="warn">
            {t.find(`scan.failed.${state.failure.kind}`) ?? failureWords(state.failure)}
          </Notice>
        )}
      </div>
      {state.at === 'looking' && state.light !== 'none' && (
        <Button icon={Flashlight} aria-pressed={isLit} onClick={() => void setLight(!isLit)}>
          {t('scan.light')}
        </Button>
      )}
      {(state.at === 'away' || state.at === 'failed') && (
        <Button onClick={() => void start()}>{t('scan.again')}</Button>
      )}
    </Stack>
  );
}
