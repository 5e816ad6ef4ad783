import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Stack } from '#ui/page.tsx';
import { ChangeList } from './change-list.tsx';
import styles from './import.module.css';
import { type Reviewed, useImportSession } from './import-session.ts';
import { More } from './more.tsx';
import { without } from './without.ts';

const aPage = 20;

/** A file of things that came in before: what it says anew, and what is said here. */
export function BesideLists({ review }: { readonly review: Reviewed }) {
  const t = useWords('import');
  const { beside, held, file } = review;
  const { partings, same, takenOut, gone } = beside;
  const isBeside = (held.size > 0 || takenOut.length > 0) && file.from !== 'import-copy';
  if (!isBeside) return null;
  const isQuiet = partings.length + takenOut.length + gone.length === 0;
  return (
    <Stack>
      <h2>{t('beside.title')}</h2>
      {isQuiet ? <p>{t('beside.none')}</p> : <p>{t('beside.same', { count: same })}</p>}
      <ChangeList review={review} part="news" />
      <ChangeList review={review} part="ours" />
      <TakenOut review={review} />
      <Gone gone={gone} />
    </Stack>
  );
}

function TakenOut({ review: { beside, anyway } }: { readonly review: Reviewed }) {
  const t = useWords('import');
  const { setReview } = useImportSession();
  const [shown, setShown] = useState(aPage);
  const { takenOut } = beside;
  if (takenOut.length === 0) return null;
  const tick = (id: string) => (on: boolean) =>
    setReview({ anyway: on ? new Set([...anyway, id]) : without(anyway, id) });
  return (
    <FormGroup legend={t('beside.takenOut.title')} hint={t('beside.takenOut.hint')}>
      <Stack gap="near">
        {takenOut.slice(0, shown).map(({ id, name }) => (
          <CheckRow
            key={id}
            label={<bdi>{name}</bdi>}
            checked={anyway.has(id)}
            onCheck={tick(id)}
          />
        ))}
        <More count={takenOut.length - shown} onMore={() => setShown(shown + aPage)} />
      </Stack>
    </FormGroup>
  );
}

function Gone({ gone }: { readonly gone: Reviewed['beside']['gone'] }) {
  const t = useWords('import');
  const formats = useFormats();
  const [shown, setShown] = useState(aPage);
  if (gone.length === 0) return null;
  return (
    <Stack gap="near">
      <h3>{t('beside.gone.title')}</h3>
      <p>{t('beside.gone.words', { count: gone.length })}</p>
      <p className={styles['names']}>
        <bdi>{formats.list(gone.slice(0, shown).map(({ name }) => name))}</bdi>
      </p>
      <More count={gone.length - shown} onMore={() => setShown(shown + aPage)} />
    </Stack>
  );
}
