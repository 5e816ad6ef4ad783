import { useWords } from '#i18n/use-words.ts';
import { useAskCount } from '#services/use-asks.ts';
import { useNews } from '#services/use-news.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { HandHeart } from '#ui/icons.ts';
import { Page, Stack } from '#ui/page.tsx';
import { useToast } from '#ui/toasts.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { AskList } from './ask-list.tsx';
import { focusTitle } from './focus-title.ts';
import { NewsList } from './news-list.tsx';

/** What wants a person: lines that neighbours put differently, and what changed meanwhile. */
export function TodoScreen() {
  const t = useWords('todo');
  const toast = useToast();
  const count = useAskCount();
  const { news, seen } = useNews();
  const isRead = count !== undefined && news !== undefined;
  const hasNews = news !== undefined && news.things.length > 0;
  const onSeen = async () => {
    await seen();
    focusTitle();
    toast({ words: t('news.cleared') });
  };
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      <Stack gap="far">
        {isRead && count === 0 && !hasNews && (
          <EmptyState icon={HandHeart} question={t('empty.question')} note={t('empty.note')} />
        )}
        {count !== undefined && count > 0 && <AskList count={count} />}
        {hasNews && <NewsList news={news} onSeen={() => void onSeen()} />}
      </Stack>
    </Page>
  );
}
