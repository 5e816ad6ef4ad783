import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { type ImportLine, useImports } from '#services/use-imports.ts';
import { Button } from '#ui/button.tsx';
import { Undo2, Upload } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import { Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import styles from './import.module.css';
import { useImportSession } from './import-session.ts';
import { useBringing } from './use-bringing.ts';

/** What came in before and still stands, each with its own way back. */
export function EarlierImports() {
  const t = useWords('import');
  const imports = useImports();
  const { step } = useImportSession();
  // The one just done has its way back beside its result.
  const justDone = step.at === 'done' ? step.arrived.batchId : undefined;
  const earlier = (imports ?? []).filter(({ batchId }) => batchId !== justDone);
  if (earlier.length === 0) return null;
  return (
    <Stack>
      <StitchRule />
      <h2>{t('earlier.title')}</h2>
      <List aria-label={t('earlier.title')}>
        {earlier.map((line, index) => (
          <li key={line.batchId}>
            <EarlierImport line={line} isLatest={index === 0 && justDone === undefined} />
          </li>
        ))}
      </List>
    </Stack>
  );
}

interface EarlierImportProps {
  readonly line: ImportLine;
  readonly isLatest: boolean;
}

function EarlierImport({ line, isLatest }: EarlierImportProps) {
  const t = useWords('import');
  const formats = useFormats();
  const { undo } = useBringing();
  const { batchId, fileName, count, at, hasChanges, isUnfinished } = line;
  const brought = count > 0 || !hasChanges ? [t('earlier.count', { count })] : [];
  const inBook = [...brought, ...(hasChanges ? [t('earlier.changes')] : [])].join(' · ');
  const note = isUnfinished
    ? t('earlier.unfinished', { inBook })
    : `${inBook} · ${formats.date(at)}`;
  return (
    <Row
      mark={<Upload aria-hidden size={28} className={styles['mark']} />}
      title={fileName}
      note={note}
      confirmed={!isUnfinished}
    >
      <Button look="plain" size="small" icon={Undo2} onClick={() => void undo(batchId, hasChanges)}>
        {isLatest ? t('undo') : t('earlier.undo', { name: fileName })}
      </Button>
    </Row>
  );
}
