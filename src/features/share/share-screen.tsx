import { useContext } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { OpenedContext } from '#services/use-services.ts';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { OpenBook } from './open-book.tsx';
import { SaveBook } from './save-book.tsx';
import { SetUp } from './set-up.tsx';
import { Shared } from './shared.tsx';

/** The register in other hands: by a hub, and as a file. Without a register, the way to get one. */
export function ShareScreen() {
  const t = useWords('share');
  const opened = useContext(OpenedContext);
  const isOpen = opened !== undefined;
  // Whoever is out of a register still saves their book of it, and opens others.
  const isOut = opened?.services.share.out !== undefined;
  const isShared = !isOut && opened?.services.share.isOn === true;
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      {opened && !isOut && (isShared ? <Shared /> : <SetUp />)}
      {isOpen && <p>{t(isShared ? 'aboutShared' : 'about')}</p>}
      {isOpen && <SaveBook />}
      <OpenBook />
    </Page>
  );
}
