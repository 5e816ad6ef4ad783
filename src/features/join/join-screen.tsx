import { lazy, Suspense, useContext, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useWords } from '#i18n/use-words.ts';
import { OpenedContext } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Page, Stack } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { Knocking } from './knocking.tsx';
import { Question } from './question.tsx';
import { useJoining, useJoiningNow } from './use-joining.ts';

const BySheet = lazy(async () => ({ default: (await import('./by-sheet.tsx')).BySheet }));

/** The way into somebody else's register: knock, read out four words, be let in. */
export function JoinScreen() {
  const t = useWords('sharing');
  const isOpen = useContext(OpenedContext) !== undefined;
  const joining = useJoining();
  const now = useJoiningNow(joining);
  const [isBySheet, setBySheet] = useState(false);
  if (isBySheet && !now) return <ComingBack onInvite={() => setBySheet(false)} />;
  return (
    <Page>
      <TopBar title={t('join.title')} onBack={() => navigate(isOpen ? '/list' : '/')} />
      {joining && (now ? <Knocking joining={joining} now={now} /> : <Question joining={joining} />)}
      <Stack>
        <p>{t('join.otherFile')}</p>
        <LinkButton href="/share">{t('join.open')}</LinkButton>
        {!now && <Button onClick={() => setBySheet(true)}>{t('join.sheet')}</Button>}
        {!isOpen && <LinkButton href="/start">{t('join.startOwn')}</LinkButton>}
      </Stack>
    </Page>
  );
}

function ComingBack({ onInvite }: { readonly onInvite: () => void }) {
  const t = useWords('sharing');
  return (
    <Page>
      <TopBar title={t('join.title')} onBack={onInvite} />
      <Suspense>
        <BySheet onInvite={onInvite} />
      </Suspense>
    </Page>
  );
}
