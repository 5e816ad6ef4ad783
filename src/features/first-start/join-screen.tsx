import { useContext } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useWords } from '#i18n/use-words.ts';
import { OpenedContext } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { type Icon, Upload, Waypoints } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { ActionBar, Page, Stack } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import styles from './join.module.css';
import { noWords, stateWith } from './new-register.ts';

const startOne = () => navigate('/start', { state: stateWith(noWords) });

/** Until invites exist: how a register will come, what one needs for it, and what can be done now. */
export function JoinScreen() {
  const t = useWords('first-start');
  const isOpen = useContext(OpenedContext) !== undefined;
  return (
    <Page>
      <TopBar title={t('join.title')} onBack={() => navigate(isOpen ? '/list' : '/')} />
      <Stack>
        <p>{t('join.what')}</p>
        <Way icon={Waypoints} words={t('join.hub')} />
        <Way icon={Upload} words={t('join.file')} />
        <p>{t('join.need')}</p>
        <p>{t('join.notYet')}</p>
        <p className={styles['copy']}>{t(isOpen ? 'join.copyHere' : 'join.copyLater')}</p>
        <p>{t('join.yours')}</p>
        <LinkButton href="/share">{t('join.open')}</LinkButton>
      </Stack>
      <ActionBar>
        {isOpen && (
          <LinkButton look="filled" href="/import">
            {t('join.import')}
          </LinkButton>
        )}
        <Button look={isOpen ? 'outline' : 'filled'} onClick={startOne}>
          {t('join.start')}
        </Button>
      </ActionBar>
    </Page>
  );
}

function Way({ icon: Picture, words }: { readonly icon: Icon; readonly words: string }) {
  return (
    <Card className={styles['way'] ?? ''}>
      <Picture aria-hidden size={28} className={styles['sign']} />
      <p>{words}</p>
    </Card>
  );
}
