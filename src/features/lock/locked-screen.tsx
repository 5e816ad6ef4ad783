import { type SubmitEvent, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import type { LockState } from '#services/lock/lock-control.ts';
import { Button } from '#ui/button.tsx';
import { Lock } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Page, Stack } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { Forgotten } from './forgotten.tsx';
import styles from './lock.module.css';
import { SecretField } from './secret-field.tsx';
import { useLockState, useLockWork } from './use-lock.ts';
import { useLockFailureWords } from './use-lock-words.ts';

/** All there is of the app while its lock is shut. */
export function LockedScreen() {
  const t = useWords('lock');
  const [state, look] = useLockState();
  return (
    <Page className={styles['alone']}>
      <TopBar title={t('locked.title')} />
      <Stack gap="far">
        <p>{t('locked.about')}</p>
        {state && <Opening state={state} onTried={look} />}
        <Forgotten />
      </Stack>
    </Page>
  );
}

interface OpeningProps {
  readonly state: LockState;
  readonly onTried: () => void;
}

function Opening({ state, onTried }: OpeningProps) {
  const t = useWords('lock');
  const say = useLockFailureWords();
  const { kind, hasPasskey, isWaiting, waitUntil } = state;
  const [said, setSaid] = useState('');
  const { failure, isBusy, run } = useLockWork();
  const shown: Failure | undefined = isWaiting ? { kind: 'wait' } : failure;
  if (!kind) return <Notice tone="danger">{say({ kind: 'broken' })}</Notice>;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    run((control) => control.open(said).finally(onTried));
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <SecretField
          id="lock-open"
          kind={kind}
          label={t(`secret.${kind}`)}
          error={say(shown, waitUntil)}
          value={said}
          onText={setSaid}
          autoFocus
        />
        <p role="status">{isBusy && t('locked.opening')}</p>
        <Button look="filled" wide type="submit" icon={Lock}>
          {t('locked.open')}
        </Button>
        {hasPasskey && (
          <Button wide onClick={() => run((control) => control.openByPasskey())}>
            {t('locked.passkey')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
