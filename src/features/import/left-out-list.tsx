import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Stack } from '#ui/page.tsx';
import type { CheckedFile } from './checked-file.ts';
import styles from './import.module.css';

const order = [
  ...(['shelter', 'private', 'disused', 'other', 'no-name', 'twice', 'other-shape'] as const),
  ...(['unreadable', 'newer', 'unknown-kind', 'broken'] as const),
];

/** What stays out and why: nothing vanishes without a word. */
export function LeftOutList({ file }: { readonly file: CheckedFile }) {
  const t = useWords('import');
  const formats = useFormats();
  const shapes = formats.list(file.otherShapes);
  const lines = [
    ...order.flatMap((why) => {
      const count = file.leftOut[why];
      return count ? [t(`leftOut.${why}`, { count, shapes })] : [];
    }),
    ...(file.noSpot > 0 ? [t('noSpot', { count: file.noSpot })] : []),
    ...(file.outlinesLeftOut > 0 ? [t('outlines', { count: file.outlinesLeftOut })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Stack gap="near">
      <h2>{t('leftOut.title')}</h2>
      <ul className={styles['reasons']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Stack>
  );
}
