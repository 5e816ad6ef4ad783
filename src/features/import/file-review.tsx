import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { ActionBar, Stack } from '#ui/page.tsx';
import { BesideLists } from './beside-lists.tsx';
import { chosenCount } from './chosen-count.ts';
import { FileHeading } from './file-heading.tsx';
import { FileNotes } from './file-notes.tsx';
import { tallyOf } from './file-tally.ts';
import { GroupList } from './group-list.tsx';
import { type Reviewed, useImportSession } from './import-session.ts';
import { LeftOutList } from './left-out-list.tsx';
import { PlainType } from './plain-type.tsx';
import { TallyList } from './tally-list.tsx';
import { TwinList } from './twin-list.tsx';
import { useBringing } from './use-bringing.ts';

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
      <BesideLists review={review} />
      {total > 0 && <PlainType />}
      <GroupList review={review} />
      <TwinList review={review} />
      <LeftOutList file={file} />
      {file.from !== 'import-copy' && <TallyList tally={tallyOf(review)} isPlan />}
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

/** The button that writes, with how much; why not, when something is still open. */
function ImportBar({ review }: { readonly review: Reviewed }) {
  const t = useWords('import');
  const { bringIn } = useBringing();
  const [isAsked, setAsked] = useState(false);
  const { count, changes, needsType } = chosenCount(review);
  const label = useImportLabel(count, changes);
  const isNothing = count + changes === 0;
  const problem = isNothing ? t('nothingTicked') : needsType && count > 0 && t('plain.first');
  const start = () => {
    setAsked(true);
    if (!problem) void bringIn();
    else if (count > 0) document.getElementById('plain-type')?.focus();
  };
  return (
    <ActionBar note={isAsked && problem ? <span role="alert">{problem}</span> : undefined}>
      <Button look="filled" onClick={start}>
        {label}
      </Button>
    </ActionBar>
  );
}

function useImportLabel(count: number, changes: number): string {
  const t = useWords('import');
  const formats = useFormats();
  if (count === 0) return changes === 0 ? t('import') : t('takeCount', { count: changes });
  const things = t('importCount', { count });
  return changes === 0 ? things : formats.list([things, t('andTake', { count: changes })]);
}
