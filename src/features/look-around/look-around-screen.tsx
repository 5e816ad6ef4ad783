import { useContext, useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { isJsonObject } from '#base/json.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { useLatest } from '#map/use-latest.ts';
import { madeUpBytes } from '#services/made-up-files.ts';
import { OpenedContext } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { ActionBar, Page, Stack } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { HowFar } from './how-far.tsx';
import { useIsHere, useLooking } from './use-looking.ts';

/** Somebody pressed "Look around" on the page before; once done it is not done again by a reload. */
function useAskedBefore(look: () => Promise<void>): void {
  const latest = useLatest(look);
  useEffect(() => {
    const asked: unknown = history.state;
    if (!isJsonObject(asked) || asked['lookAround'] !== true) return;
    const timer = setTimeout(() => {
      history.replaceState(null, '');
      void latest.current();
    });
    return () => clearTimeout(timer);
  }, [latest]);
}

/** A made-up neighbourhood, said to be one, and a press away. */
export function LookAroundScreen() {
  const t = useWords('look-around');
  const formats = useFormats();
  const isHere = useIsHere();
  const isOpen = useContext(OpenedContext) !== undefined;
  const { looking, look, stop } = useLooking({ name: t('name'), yourName: t('you') });
  useAskedBefore(look);
  const isWaiting = looking.at === 'asking' || looking.at === 'failed';
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => navigate(isOpen ? '/list' : '/')} />
      <Stack>
        <p>{t('what')}</p>
        <p>{t('own')}</p>
        <p>{t('leave')}</p>
        {isHere === false && <p>{t('size', { size: formats.size(madeUpBytes) })}</p>}
        <HowFar looking={looking} />
      </Stack>
      <ActionBar>
        {isWaiting ? (
          <>
            <Button look="filled" disabled={isHere === undefined} onClick={() => void look()}>
              {t(isHere ? 'openAgain' : 'look')}
            </Button>
            <LinkButton href="/start">{t('startOwn')}</LinkButton>
          </>
        ) : (
          <Button onClick={stop}>{t('stop')}</Button>
        )}
      </ActionBar>
    </Page>
  );
}
