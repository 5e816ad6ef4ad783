import { useWords } from '#i18n/use-words.ts';
import { useAskCount } from '#services/use-asks.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { HandHeart } from '#ui/icons.ts';
import { Page, Stack } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { AskList } from './ask-list.tsx';

/** What wants a person: lines of a card that neighbours put differently. */
export function TodoScreen() {
  const t = useWords('todo');
  const count = useAskCount();
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      <Stack gap="far">
        {count === 0 && (
          <EmptyState icon={HandHeart} question={t('empty.question')} note={t('empty.note')} />
        )}
        {count !== undefined && count > 0 && <AskList count={count} />}
      </Stack>
    </Page>
  );
}
