import { useState } from 'react';
import { ok } from '#base/result.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { CheckRow } from '#ui/check-row.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { useLockWork } from './use-lock.ts';
import { useLockFailureWords } from './use-lock-words.ts';

/** The way on for whoever can't open the lock any more: out, and in anew. */
export function Forgotten() {
  const t = useWords('lock');
  const say = useLockFailureWords();
  const [isSure, setSure] = useState(false);
  const { failure, isBusy, run } = useLockWork();
  const empty = () =>
    run(async (control) => {
      await control.forgetAll();
      return ok(null);
    });
  return (
    <details>
      <summary>{t('forgotten.title')}</summary>
      <Stack>
        <p>{t('forgotten.about')}</p>
        <p>{t('forgotten.lost')}</p>
        <CheckRow label={t('forgotten.sure')} checked={isSure} onCheck={setSure} />
        <div role="status">
          {isBusy && <p>{t('forgotten.working')}</p>}
          {failure && <Notice tone="danger">{say(failure)}</Notice>}
        </div>
        {isSure && (
          <Button look="danger" wide onClick={empty}>
            {t('forgotten.press')}
          </Button>
        )}
      </Stack>
    </details>
  );
}
