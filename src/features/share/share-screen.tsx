import { useContext } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { OpenedContext } from '#services/use-services.ts';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { OpenBook } from './open-book.tsx';
import { SaveBook } from './save-book.tsx';

/** The register in other hands: for now as a file. Without a register, the way to get one. */
export function ShareScreen() {
  const t = useWords('share');
  const isOpen = useContext(OpenedContext) !== undefined;
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      {isOpen && <p>{t('about')}</p>}
      {isOpen && <SaveBook />}
      <OpenBook />
    </Page>
  );
}
