import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { CheckedFile } from './checked-file.ts';
import { useMatching } from './use-matching.ts';

/** What a person should know about the whole file before anything of it comes in. */
export function FileNotes({ file }: { readonly file: CheckedFile }) {
  const t = useWords('import');
  const formats = useFormats();
  const { swap } = useMatching();
  return (
    <>
      {file.looksSwapped && (
        <Notice
          tone="warn"
          title={t('swapped.title')}
          actions={<Button onClick={() => void swap()}>{t('swapped.swap')}</Button>}
        >
          {t('swapped.words')}
        </Notice>
      )}
      {file.copyOf && (
        <Notice>
          {t('copyOf', { name: file.copyOf.name, date: formats.date(file.copyOf.madeAt) })}{' '}
          {file.photos > 0 && t('photos', { count: file.photos })}
        </Notice>
      )}
      {file.letters && <Notice>{t(`letters.${file.letters}`)}</Notice>}
      {file.from === 'import-osm' && <p>{t('osm')}</p>}
      {file.from !== 'import-copy' && <p>{t('unconfirmed')}</p>}
    </>
  );
}
