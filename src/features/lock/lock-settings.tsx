import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { LockState } from '#services/lock/lock-control.ts';
import { Button } from '#ui/button.tsx';
import { Lock } from '#ui/icons.ts';
import { Stack } from '#ui/page.tsx';
import { ChangeLock } from './change-lock.tsx';
import { ChooseLockForm } from './choose-lock-form.tsx';
import { IdleChoice } from './idle-choice.tsx';
import { PasskeyLine } from './passkey-line.tsx';
import { TakeLockOff } from './take-lock-off.tsx';
import { useLockState, useLockWork } from './use-lock.ts';

/** The part of the settings that is about the lock of this app. */
export function LockSettings() {
  const t = useWords('lock');
  const [state, look] = useLockState();
  return (
    <section aria-labelledby="lock-title">
      <Stack>
        <h2 id="lock-title">{t('settings.title')}</h2>
        {state && (state.kind ? <LockIsSet state={state} look={look} /> : <NoLock look={look} />)}
      </Stack>
    </section>
  );
}

function NoLock({ look }: { readonly look: () => void }) {
  const t = useWords('lock');
  const [isChoosing, choose] = useState(false);
  return (
    <>
      <p>{t('settings.none')}</p>
      {isChoosing ? (
        <>
          <p>{t('choose.forgotten')}</p>
          <ChooseLockForm
            onDone={look}
            beside={
              <Button wide look="quiet" onClick={() => choose(false)}>
                {t('settings.cancel')}
              </Button>
            }
          />
        </>
      ) : (
        <Button wide icon={Lock} onClick={() => choose(true)}>
          {t('settings.set')}
        </Button>
      )}
    </>
  );
}

function LockIsSet({ state, look }: { readonly state: LockState; readonly look: () => void }) {
  const t = useWords('lock');
  const { run } = useLockWork();
  const lockNow = () =>
    run(async (control) => {
      await control.lockNow();
      return { ok: true, value: null };
    });
  return (
    <Stack gap="far">
      <p>{t('settings.on')}</p>
      <Button wide icon={Lock} onClick={lockNow}>
        {t('settings.now')}
      </Button>
      <IdleChoice />
      <PasskeyLine state={state} onChanged={look} />
      <ChangeLock state={state} onChanged={look} />
      <TakeLockOff state={state} />
    </Stack>
  );
}
