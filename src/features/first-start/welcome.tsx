import { type ReactNode, useEffect, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { madeUpBytes } from '#services/made-up-files.ts';
import type { RegisterLine } from '#services/services.ts';
import { useStarter } from '#services/starter.ts';
import { Button } from '#ui/button.tsx';
import { BookOpen } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { ActionBar, Page, Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import styles from './first-start.module.css';
import { noWords, stateWith } from './new-register.ts';

const openForm = () =>
  navigate(`${location.pathname}${location.search}`, { state: stateWith(noWords) });

/** Pressed here is pressed: the next page does not ask again. */
const lookAround = () => navigate('/look-around', { state: { lookAround: true } });

interface WelcomeProps {
  /** What has become of something that was here: before all that is always said. */
  readonly told: ReactNode;
  readonly notice: ReactNode;
}

export function Welcome({ told, notice }: WelcomeProps) {
  const t = useWords('first-start');
  const formats = useFormats();
  return (
    <Page className={styles['screen'] ?? ''}>
      <header className={styles['cover']}>
        <h1 tabIndex={-1}>{t('welcome.title')}</h1>
        <StitchRule />
        {told}
        <p>{t('welcome.what')}</p>
        <p>{t('welcome.where')}</p>
      </header>
      {notice}
      <RegistersHere />
      <ActionBar note={t('welcome.madeUp', { size: formats.size(madeUpBytes) })}>
        <Button look="filled" onClick={openForm}>
          {t('welcome.start')}
        </Button>
        <Button onClick={() => navigate('/join')}>{t('welcome.join')}</Button>
        <Button onClick={lookAround}>{t('welcome.lookAround')}</Button>
      </ActionBar>
    </Page>
  );
}

type Known = readonly RegisterLine[] | 'refused' | undefined;

function useKnownRegisters(): Known {
  const starter = useStarter();
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    let current = true;
    const show = (next: Known) => {
      if (current) setKnown(next);
    };
    // A browser that refuses storage refuses the first read of it.
    starter.list().then(show, () => show('refused'));
    return () => {
      current = false;
    };
  }, [starter]);
  return known;
}

function RegistersHere() {
  const t = useWords('first-start');
  const known = useKnownRegisters();
  const [opening, setOpening] = useState<string>();
  const starter = useStarter();
  const formats = useFormats();
  if (known === 'refused') {
    return (
      <Notice tone="danger" title={t('around.no-storage.title')}>
        {t('around.no-storage.how')}
      </Notice>
    );
  }
  if (!known || known.length === 0) return null;
  const open = async ({ id, name }: RegisterLine) => {
    setOpening(name);
    await starter.open(id);
    navigate('/list');
  };
  return (
    <Stack gap="near">
      <h2 id="registers-here">{t('welcome.here')}</h2>
      <List aria-labelledby="registers-here">
        {known.map((line) => (
          <li key={line.id}>
            <Row
              mark={<BookOpen aria-hidden size={28} className={styles['mark']} />}
              title={line.name}
              note={t('welcome.opened', { age: formats.age(line.openedAt) })}
              onPress={() => void open(line)}
            />
          </li>
        ))}
      </List>
      <p role="status">{opening !== undefined && t('welcome.opening', { name: opening })}</p>
    </Stack>
  );
}
