import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { LockState } from '#services/lock/lock-control.ts';
import { Button } from '#ui/button.tsx';
import { NewSecretFields, noSecret } from './new-secret.tsx';
import { ProofForm } from './proof-form.tsx';
import { useLockWork } from './use-lock.ts';
import { useLockFailureWords } from './use-lock-words.ts';

interface ChangeLockProps {
  readonly state: LockState;
  readonly onChanged: () => void;
}

const ofOld = ['wrong-passphrase', 'wait', 'broken'];

/** Other numbers or words from now on; what lies behind the lock need not be sealed anew. */
export function ChangeLock({ state, onChanged }: ChangeLockProps) {
  const t = useWords('lock');
  const say = useLockFailureWords();
  const [step, setStep] = useState<'rest' | 'asked' | 'done'>('rest');
  const [secret, setSecret] = useState(noSecret);
  const { failure, setFailure, run } = useLockWork(() => {
    setStep('done');
    setSecret(noSecret);
  });
  const change = (old: string) => {
    const { kind, said, again } = secret;
    if (said.trim() !== again.trim()) return setFailure({ kind: 'not-alike' });
    run((control) => control.change(old, kind, said).finally(onChanged));
  };
  if (step !== 'asked')
    return (
      <>
        <p role="status">{step === 'done' && t('settings.changed')}</p>
        <Button wide onClick={() => setStep('asked')}>
          {t('settings.change')}
        </Button>
      </>
    );
  const isOld = failure !== undefined && ofOld.includes(failure.kind);
  return (
    <ProofForm
      id="lock-old"
      state={state}
      press={t('settings.save')}
      failure={isOld ? failure : undefined}
      onProof={change}
      onLeave={() => setStep('rest')}
    >
      <NewSecretFields
        value={secret}
        onChange={setSecret}
        error={isOld ? undefined : say(failure)}
      />
    </ProofForm>
  );
}
