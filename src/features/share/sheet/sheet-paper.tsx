import type { ReactNode } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { spellRegisterNumber } from '#services/sharing/register-number.ts';
import { useRegisterGist } from '#services/use-register-gist.ts';
import { useBook, useServices } from '#services/use-services.ts';
import { Stack } from '#ui/page.tsx';
import { Paper } from '#ui/paper.tsx';
import styles from './sheet.module.css';

interface SheetPaperProps {
  readonly words: readonly string[];
  readonly hub: string;
}

/** All that somebody needs who has no phone left. */
export function SheetPaper({ words, hub }: SheetPaperProps) {
  const t = useWords('recovery');
  const formats = useFormats();
  const { now } = useServices();
  const { registerId } = useBook();
  const numbered = words.map((word, at) => ({ place: at + 1, word }));
  const register = useRegisterGist()?.name ?? '';
  return (
    <Paper>
      <Stack>
        <h3>
          {t('title')} · <bdi>{t('paper.of', { register })}</bdi>
        </h3>
        <Part title={t('paper.words')}>
          <ol className={styles['words']} lang="en" dir="ltr">
            {numbered.map(({ place, word }) => (
              <li key={place}>{word}</li>
            ))}
          </ol>
        </Part>
        <Part title={t('paper.hub')}>
          <Copied text={hub} />
        </Part>
        <Part title={t('paper.number')}>
          <Copied text={spellRegisterNumber(registerId)} />
        </Part>
        <p>{t('paper.how')}</p>
        <p>{t('paper.made', { day: formats.date(now()) })}</p>
      </Stack>
    </Paper>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles['part']}>
      <h4>{title}</h4>
      {children}
    </div>
  );
}

const Copied = ({ text }: { readonly text: string }) => (
  <p className={styles['copied']}>
    <bdi dir="ltr">{text}</bdi>
  </p>
);
