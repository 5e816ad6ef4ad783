import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { saveFile } from '#platform/save-file.ts';
import { Button } from '#ui/button.tsx';
import { Download } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import type { RefusedFile } from './import-session.ts';

interface SaveRefusedProps {
  /** Asked for when the button is pressed. */
  readonly fetchFile: () => Promise<RefusedFile | undefined>;
}

/** The rows that stay out, as a file to put right and choose again. */
export function SaveRefused({ fetchFile }: SaveRefusedProps) {
  const t = useWords('import');
  const say = useFailureWords();
  const [failure, setFailure] = useState<Failure>();
  const save = async () => {
    const file = await fetchFile();
    if (!file) return;
    const content = new Blob([file.text], { type: 'text/csv' });
    const saved = saveFile({ name: file.name, content });
    setFailure(saved.ok ? undefined : saved.error);
  };
  return (
    <>
      <Button icon={Download} onClick={() => void save()}>
        {t('refused.save')}
      </Button>
      {failure && (
        <Notice tone="danger" live="alert">
          {say(failure)}
        </Notice>
      )}
    </>
  );
}
