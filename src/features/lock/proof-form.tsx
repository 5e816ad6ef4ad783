import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import type { LockState } from '#services/lock/lock-control.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/page.tsx';
import { SecretField } from './secret-field.tsx';
import { useLockFailureWords } from './use-lock-words.ts';

interface ProofFormProps {
  readonly id: string;
  readonly state: LockState;
  readonly press: string;
  readonly failure: Failure | undefined;
  readonly onProof: (said: string) => void;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
}

/** Whoever changes the lock shows that it opens for them: a phone is lent, too. */
export function ProofForm(props: ProofFormProps) {
  const { id, state, press, failure, onProof, onLeave, children } = props;
  const t = useWords('lock');
  const say = useLockFailureWords();
  const [said, setSaid] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onProof(said);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <SecretField
          id={id}
          kind={state.kind ?? 'words'}
          label={t('settings.old')}
          error={say(failure, state.waitUntil)}
          value={said}
          onText={setSaid}
          autoFocus
        />
        {children}
        <Button wide look="filled" type="submit">
          {press}
        </Button>
        <Button wide look="quiet" onClick={onLeave}>
          {t('settings.cancel')}
        </Button>
      </Stack>
    </form>
  );
}
