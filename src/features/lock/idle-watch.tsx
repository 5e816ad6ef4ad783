import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { type LockControl, useLockDoor } from '#services/lock/lock-control.ts';
import { idleKey, idleUsual } from '#services/lock/lock-keys.ts';
import { usePreference } from '#services/use-preference.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './lock.module.css';

/** Somebody is warned this long before, and has only to touch the screen (WCAG 2.2.1). */
const warnMs = 30_000;
const lookMs = 1_000;
const tellMs = 10_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll', 'click'] as const;

/** What tells that somebody is there, in this tab or another. */
function watchFor(control: LockControl, onSign: () => void): () => void {
  let toldAt = 0;
  const sign = () => {
    onSign();
    if (Date.now() - toldAt < tellMs) return;
    toldAt = Date.now();
    control.stillHere();
  };
  const how = { capture: true, passive: true };
  for (const name of signs) addEventListener(name, sign, how);
  const deaf = control.onHere(onSign);
  return () => {
    for (const name of signs) removeEventListener(name, sign, how);
    deaf();
  };
}

interface IdleLock {
  /** From half a minute before the lock shuts. */
  readonly isWarned: boolean;
  readonly stay: () => void;
}

function useIdleLock(minutes: number | undefined): IdleLock {
  const door = useLockDoor();
  const [isWarned, warn] = useState(false);
  const seenAt = useRef(Date.now());
  const stay = useCallback(() => {
    seenAt.current = Date.now();
    warn(false);
  }, []);
  useEffect(() => {
    if (minutes === undefined) return;
    seenAt.current = Date.now();
    let stop = () => {};
    let isGone = false;
    const look = async () => {
      const left = seenAt.current + minutes * 60_000 - Date.now();
      warn(left <= warnMs);
      if (left <= 0 && !isGone) await (await door.control()).lockNow();
    };
    // A phone that slept through it all must not show a thing before it has looked.
    const lookNow = () => void look();
    const timer = setInterval(lookNow, lookMs);
    document.addEventListener('visibilitychange', lookNow);
    void door.control().then((control) => {
      if (isGone) return;
      stop = watchFor(control, stay);
    });
    return () => {
      isGone = true;
      stop();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookNow);
    };
  }, [door, minutes, stay]);
  return { isWarned, stay };
}

/** Locks the app when nobody has touched it for a while. */
export function IdleWatch() {
  const t = useWords('lock');
  const [minutes] = usePreference<number>(idleKey, idleUsual);
  const { isWarned, stay } = useIdleLock(minutes);
  return (
    <div role="alert" className={styles['warning']}>
      {isWarned && (
        <Notice tone="warn" title={t('idle.warn')}>
          <Button size="small" onClick={stay}>
            {t('idle.stay')}
          </Button>
        </Notice>
      )}
    </div>
  );
}
