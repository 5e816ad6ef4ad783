import { tableFields } from '#formats/csv-fields.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Stack } from '#ui/page.tsx';
import type { CheckedFile } from './checked-file.ts';
import styles from './import.module.css';
import { SaveRefused } from './refused-file.tsx';
import { useRefusedFile } from './use-refused-file.ts';

const order = [
  ...(['shelter', 'private', 'disused', 'other', 'no-name', 'twice', 'other-shape'] as const),
  ...(['people', 'story', 'too-many-cells'] as const),
  ...(['no-organiser', 'unsure-organiser', 'no-time'] as const),
  ...(['unreadable', 'newer', 'unknown-kind', 'broken'] as const),
];

function useLines(file: CheckedFile): readonly string[] {
  const t = useWords('import');
  const formats = useFormats();
  const shapes = formats.list(file.otherShapes);
  const { table, noSpot, outlinesLeftOut } = file;
  return [
    ...order.flatMap((why) => {
      const count = file.leftOut[why];
      return count ? [t(`leftOut.${why}`, { count, shapes })] : [];
    }),
    ...(noSpot > 0 ? [t('noSpot', { count: noSpot })] : []),
    ...(outlinesLeftOut > 0 ? [t('outlines', { count: outlinesLeftOut })] : []),
    ...tableFields.flatMap((field) => {
      const count = table?.unread[field];
      return count ? [t('unread', { count, column: t(`columns.fields.${field}`) })] : [];
    }),
    ...(table && table.cutCells > 0 ? [t('cutCells', { count: table.cutCells })] : []),
  ];
}

/** What stays out and why: nothing vanishes without a word. */
export function LeftOutList({ file }: { readonly file: CheckedFile }) {
  const t = useWords('import');
  const lines = useLines(file);
  const fetchFile = useRefusedFile();
  const refused = file.table?.refused ?? 0;
  if (lines.length === 0) return null;
  return (
    <Stack gap="near">
      <h2>{t('leftOut.title')}</h2>
      <ul className={styles['reasons']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {refused > 0 && <SaveRefused fetchFile={fetchFile} />}
    </Stack>
  );
}
