import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Notice } from '#ui/notice.tsx';
import { ActionBar, Stack } from '#ui/page.tsx';
import type { CheckedColumn, CheckedFile, CheckedTable } from './checked-file.ts';
import { ColumnRow } from './column-row.tsx';
import { DryRun } from './dry-run.tsx';
import { FileHeading } from './file-heading.tsx';
import { FileNotes } from './file-notes.tsx';
import { useImportSession } from './import-session.ts';
import { LeftOutList } from './left-out-list.tsx';
import { ShownThings } from './shown-things.tsx';
import { useMatching } from './use-matching.ts';

/** Which column of a spreadsheet is what: guessed, to be corrected, with what comes of it. */
export function ColumnMatching() {
  const { review, chosen } = useImportSession();
  const table = review?.file.table;
  return table && chosen ? (
    <Matching file={review.file} table={table} fileName={chosen.name} />
  ) : null;
}

/** Wide tables come a page at a time: a thousand choices drawn at once would hold up a phone. */
const aPage = 30;

function Columns({ columns }: { readonly columns: readonly CheckedColumn[] }) {
  const t = useWords('import');
  const [shown, setShown] = useState(aPage);
  const more = columns.length - shown;
  return (
    <FormGroup legend={t('columns.title')} hint={t('columns.hint')}>
      <Stack>
        {columns.slice(0, shown).map((column) => (
          <ColumnRow key={column.place} column={column} />
        ))}
        {more > 0 && (
          <Button wide onClick={() => setShown(shown + aPage)}>
            {t('columns.more', { count: more })}
          </Button>
        )}
      </Stack>
    </FormGroup>
  );
}

interface MatchingProps {
  readonly file: CheckedFile;
  readonly table: CheckedTable;
  readonly fileName: string;
}

function Matching({ file, table, fileName }: MatchingProps) {
  const t = useWords('import');
  return (
    <Stack gap="far">
      <Stack>
        <FileHeading name={fileName} />
        <DryRun file={file} table={table} />
        <FileNotes file={file} />
      </Stack>
      <Columns columns={table.columns} />
      {table.isNamedByAddress && <Notice>{t('columns.namedByAddress')}</Notice>}
      <ShownThings things={table.shown} />
      <LeftOutList file={file} />
      <GoOnBar isNothing={table.things === 0} />
    </Stack>
  );
}

/** On to the things, or why there are none yet. */
function GoOnBar({ isNothing }: { readonly isNothing: boolean }) {
  const t = useWords('import');
  const { goOn } = useMatching();
  const [isAsked, setAsked] = useState(false);
  // What was chosen last may still be read.
  const start = () => void goOn().then(() => setAsked(true));
  const note = isAsked && isNothing && <span role="alert">{t('columns.nothing')}</span>;
  return (
    <ActionBar note={note}>
      <Button look="filled" onClick={start}>
        {t('columns.goOn')}
      </Button>
    </ActionBar>
  );
}
