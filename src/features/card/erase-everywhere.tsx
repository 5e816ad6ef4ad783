import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { useSharing, useSharingNow } from '#services/use-sharing.ts';
import { Button } from '#ui/button.tsx';
import { Trash2 } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { useToast } from '#ui/toasts.tsx';
import { goToList } from './go-to.ts';

interface EraseProps {
  readonly row: ThingRow;
}

/** For those who may: what goes off every phone for good, after a word on what that means. */
export function EraseEverywhere({ row }: EraseProps) {
  const t = useWords('people');
  const now = useSharingNow(useSharing());
  const [isAsked, setAsked] = useState(false);
  if (!now?.mayErase) return null;
  return (
    <>
      <Button look="plain" icon={Trash2} onClick={() => setAsked(true)}>
        {t('erase.press')}
      </Button>
      <Question row={row} isOpen={isAsked} onClose={() => setAsked(false)} />
    </>
  );
}

function useErasing({ id, type, name }: ThingRow) {
  const t = useWords('people');
  const toast = useToast();
  const sharing = useSharing();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const erase = async () => {
    if (isBusy || !sharing) return;
    setBusy(true);
    setFailure(undefined);
    const done = await sharing.erase({ id, type }).finally(() => setBusy(false));
    if (!done.ok) return setFailure(done.error);
    toast({ words: t('erase.done', { name }) });
    goToList();
  };
  return { erase, failure, isBusy };
}

interface QuestionProps extends EraseProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function Question({ row, isOpen, onClose }: QuestionProps) {
  const t = useWords('people');
  const say = useFailureWords();
  const { erase, failure, isBusy } = useErasing(row);
  const failureWords = failure && (t.find(`failed.${failure.kind}`) ?? say(failure));
  return (
    <Sheet
      open={isOpen}
      title={t('erase.title', { name: row.name })}
      onClose={onClose}
      actions={
        <>
          <Button look="danger" aria-busy={isBusy} onClick={() => void erase()}>
            {t('erase.yes')}
          </Button>
          <Button onClick={onClose}>{t('no')}</Button>
        </>
      }
    >
      <p>{t('erase.what')}</p>
      <p>{t('erase.notBack')}</p>
      <p>{t('erase.copies')}</p>
      <LinkButton href="/register" look="quiet" size="small">
        {t('erase.where')}
      </LinkButton>
      <div role="status">{isBusy && <p>{t('erase.busy')}</p>}</div>
      {failureWords && (
        <Notice tone="danger" live="alert">
          {failureWords}
        </Notice>
      )}
    </Sheet>
  );
}
