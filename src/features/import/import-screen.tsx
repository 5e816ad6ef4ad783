import { useEffect } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { useHoldReload } from '#services/use-hold-reload.ts';
import { useBook } from '#services/use-services.ts';
import { Page, Stack } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { ColumnMatching } from './column-matching.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { FileQuestion } from './file-question.tsx';
import { FileReview } from './file-review.tsx';
import { ImportProgress, ImportResult } from './import-outcome.tsx';
import { isAtRest, isBusy, useImportSession } from './import-session.ts';
import { UnplacedThings } from './unplaced-things.tsx';

/** A file in: looked at first, told in words, brought in as one act that can be taken back. */
export function ImportScreen() {
  const t = useWords('import');
  const { registerId } = useBook();
  const session = useImportSession();
  const { step } = session;
  const isAnothers = session.registerId !== registerId;
  useEffect(() => {
    if (isAnothers) useImportSession.getState().clear(registerId);
  }, [isAnothers, registerId]);
  // Asked for now, so that the page never blinks when the file has been looked into.
  useWords('taxonomy');
  useHoldReload(isBusy(step), 'import');
  if (isAnothers) return null;
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      <Stack gap="far">
        <ImportResult />
        {!isBusy(step) && <FileQuestion />}
        <ImportProgress />
        {step.at === 'columns' && <ColumnMatching />}
        {step.at === 'review' && <FileReview />}
        {isAtRest(step) && (
          <>
            <UnplacedThings />
            <EarlierImports />
          </>
        )}
      </Stack>
    </Page>
  );
}
