import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { LockState } from '#services/lock/lock-control.ts';
import { Button } from '#ui/button.tsx';
import { ProofForm } from './proof-form.tsx';
import { useLockWork } from './use-lock.ts';

/** For a phone whose books are its own: what others trust it with stays behind a lock. */
export function TakeLockOff({ state }: { readonly state: LockState }) {
  const t = useWords('lock');
  const [isAsked, ask] = useState(false);
  const { failure, run } = useLockWork();
  if (!state.mayTakeOff) return <p>{t('settings.offNot')}</p>;
  if (!isAsked)
    return (
      <Button wide look="quiet" onClick={() => ask(true)}>
        {t('settings.off')}
      </Button>
    );
  return (
    <ProofForm
      id="lock-off"
      state={state}
      press={t('settings.off')}
      failure={failure}
      onProof={(said) => run((control) => control.turnOff(said))}
      onLeave={() => ask(false)}
    >
      <p>{t('settings.offAbout')}</p>
    </ProofForm>
  );
}
