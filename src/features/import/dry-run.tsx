import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { CheckedFile, CheckedTable } from './checked-file.ts';
import { useImportSession } from './import-session.ts';

/** As many are counted before anyone could read that they are. */
const soonCounted = 500;

interface DryRunProps {
  readonly file: CheckedFile;
  readonly table: CheckedTable;
}

/** What would come of the rows as the columns stand: "412 rows: 398 can come in, …". */
export function DryRun({ file: { noSpot }, table: { rows, things, refused } }: DryRunProps) {
  const t = useWords('import');
  const formats = useFormats();
  const { reading } = useImportSession();
  const placed = things - noSpot;
  const parts = [
    ...(placed > 0 || things === 0 ? [t('dryRun.ready', { count: placed })] : []),
    ...(noSpot > 0 ? [t('dryRun.noSpot', { count: noSpot })] : []),
    ...(refused > 0 ? [t('dryRun.refused', { count: refused })] : []),
  ];
  const words =
    reading && rows > soonCounted
      ? t('dryRun.counting')
      : t('dryRun.rows', { count: rows, parts: formats.list(parts) });
  return <p role="status">{words}</p>;
}
