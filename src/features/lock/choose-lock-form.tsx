import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/page.tsx';
import { NewSecretFields, noSecret } from './new-secret.tsx';
import { useLockWork } from './use-lock.ts';
import { useLockFailureWords } from './use-lock-words.ts';

/** Sets a lock where there is none. */
export function ChooseLockForm({ onDone, beside }: { onDone?: () => void; beside?: ReactNode }) {
  const t = useWords('lock');
  const say = useLockFailureWords();
  const [secret, setSecret] = useState(noSecret);
  const { failure, setFailure, isBusy, run } = useLockWork(onDone);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { kind, said, again } = secret;
    if (said.trim() !== again.trim()) return setFailure({ kind: 'not-alike' });
    run((control) => control.choose(kind, said));
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="far">
        <NewSecretFields value={secret} onChange={setSecret} error={say(failure)} />
        <p role="status">{isBusy && t('choose.saving')}</p>
        <Button look="filled" wide type="submit">
          {t('choose.save')}
        </Button>
        {beside}
      </Stack>
    </form>
  );
}
