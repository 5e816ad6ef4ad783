import { useWords } from '#i18n/use-words.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';

/** Above the list of a register that this phone is no longer in. */
export function OutBar() {
  const t = useWords('people');
  const why = (
    <LinkButton href="/register" size="small">
      {t('gone.why')}
    </LinkButton>
  );
  return (
    <Notice tone="warn" actions={why}>
      {t('gone.bar')}
    </Notice>
  );
}

/** In place of a screen that writes, whose address may be an old one. */
export function OutScreen() {
  const t = useWords('people');
  return (
    <Page>
      <TopBar title={t('gone.title')} onBack={() => history.back()} />
      <OutBar />
    </Page>
  );
}
