import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { CheckRow } from '#ui/check-row.tsx';
import { ActionBar, Stack } from '#ui/page.tsx';
import { chosenCount } from './chosen-count.ts';
import { FileHeading } from './file-heading.tsx';
import { FileNotes } from './file-notes.tsx';
import { GroupList } from './group-list.tsx';
import { type Reviewed, useImportSession } from './import-session.ts';
import { LeftOutList } from './left-out-list.tsx';
import { PlainType } from './plain-type.tsx';
import { useBringing } from './use-bringing.ts';

const namesShown = 4;

/** What is in the file, group by group, before anything is written. */
export function FileReview() {
  const { review, chosen } = useImportSession();
  return review && chosen ? <Review review={review} fileName={chosen.name} /> : null;
}

function Review({ review, fileName }: { readonly review: Reviewed; readonly fileName: string }) {
  const t = useWords('import');
  const { file, held } = review;
  const total = file.groups.reduce((sum, { ids }) => sum + ids.length, 0);
  return (
    <Stack gap="far">
      <Stack>
        <FileHeading name={fileName} />
        <p role="status">
          {t('found', { count: total })}
          {held.size > 0 && ` ${t('heldAlready', { count: held.size })}`}
        </p>
        <FileNotes file={file} />
      </Stack>
      {file.table && <BackToColumns />}
      {total > 0 && <PlainType />}
      <GroupList review={review} />
      <LookAlikes review={review} />
      <LeftOutList file={file} />
      <ImportBar review={review} />
    </Stack>
  );
}

/** A spreadsheet's things depend on how its columns were matched. */
function BackToColumns() {
  const t = useWords('import');
  const { set } = useImportSession();
  return (
    <Button look="plain" size="small" onClick={() => set({ step: { at: 'columns' } })}>
      {t('columns.change')}
    </Button>
  );
}

function LookAlikes({ review }: { readonly review: Reviewed }) {
  const t = useWords('import');
  const formats = useFormats();
  const { setReview } = useImportSession();
  const { lookAlikes, leaveLookAlikes } = review;
  if (lookAlikes.length === 0) return null;
  const names = lookAlikes.slice(0, namesShown).map(({ name }) => name);
  const more = lookAlikes.length - names.length;
  const shown = more > 0 ? [...names, t('lookAlikes.more', { count: more })] : names;
  return (
    <CheckRow
      label={t('lookAlikes.leave', { count: lookAlikes.length })}
      note={formats.list(shown)}
      checked={leaveLookAlikes}
      onCheck={(checked) => setReview({ leaveLookAlikes: checked })}
    />
  );
}

/** The button that writes, with how much; why not, when something is still open. */
function ImportBar({ review }: { readonly review: Reviewed }) {
  const t = useWords('import');
  const { bringIn } = useBringing();
  const [isAsked, setAsked] = useState(false);
  const { count, needsType } = chosenCount(review);
  const problem = count === 0 ? t('nothingTicked') : needsType && t('plain.first');
  const start = () => {
    setAsked(true);
    if (!problem) void bringIn();
    else if (count > 0) document.getElementById('plain-type')?.focus();
  };
  return (
    <ActionBar note={isAsked && problem ? <span role="alert">{problem}</span> : undefined}>
      <Button look="filled" onClick={start}>
        {count === 0 ? t('import') : t('importCount', { count })}
      </Button>
    </ActionBar>
  );
}
