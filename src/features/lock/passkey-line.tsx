import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { LockState } from '#services/lock/lock-control.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/page.tsx';
import { ProofForm } from './proof-form.tsx';
import { useLockWork } from './use-lock.ts';

interface PasskeyLineProps {
  readonly state: LockState;
  readonly onChanged: () => void;
}

/** The phone's own fingerprint or face, where it has one that a web page may ask. */
export function PasskeyLine({ state, onChanged }: PasskeyLineProps) {
  const t = useWords('lock');
  const [isAsked, ask] = useState(false);
  const done = () => {
    ask(false);
    onChanged();
  };
  const { failure, run } = useLockWork(done);
  if (state.hasPasskey)
    return (
      <Stack>
        <p>{t('settings.passkeyOn')}</p>
        <Button wide look="quiet" onClick={() => run((control) => control.removePasskey())}>
          {t('settings.removePasskey')}
        </Button>
      </Stack>
    );
  if (!state.mayAddPasskey) return null;
  if (!isAsked)
    return (
      <Button wide onClick={() => ask(true)}>
        {t('settings.addPasskey')}
      </Button>
    );
  return (
    <ProofForm
      id="lock-passkey"
      state={state}
      press={t('settings.addPasskey')}
      failure={failure}
      onProof={(said) => run((control) => control.addPasskey(said))}
      onLeave={() => ask(false)}
    >
      <p>{t('settings.addPasskeyAbout')}</p>
    </ProofForm>
  );
}
