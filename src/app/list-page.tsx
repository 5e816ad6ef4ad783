import { Suspense } from 'react';
import { newsKey } from '#device/news-key.ts';
import type { News } from '#domain/news/news.ts';
import { UnfinishedAdd } from '#features/add/unfinished-add.tsx';
import { ListScreen } from '#features/list/list-screen.tsx';
import type { Installer } from '#platform/install.ts';
import { useAskCount } from '#services/use-asks.ts';
import { usePreference } from '#services/use-preference.ts';
import { useServices } from '#services/use-services.ts';
import { installer } from './installer.ts';
import { OutBar } from './out.ts';
import { screen } from './screen.ts';

const KeepSafe = screen<'KeepSafe', { readonly installer: Installer }>(
  () => import('#features/add/keep-safe.tsx'),
  'KeepSafe',
);
const AwayLine = screen(() => import('#features/todo/away-line.tsx'), 'AwayLine');
const AskLine = screen<'AskLine', { readonly count: number }>(
  () => import('#features/todo/ask-line.tsx'),
  'AskLine',
);
const MadeUpLine = screen(() => import('#features/look-around/made-up-line.tsx'), 'MadeUpLine');

/** The list with what the app has to say above it. */
export function ListPage() {
  const { madeUp, book, share } = useServices();
  const [away] = usePreference<Partial<News>>(newsKey(book.registerId), {});
  const asks = useAskCount() ?? 0;
  const news = share.out ? (
    <Suspense>
      <OutBar />
    </Suspense>
  ) : (
    <>
      <UnfinishedAdd />
      <Suspense>
        {asks > 0 && <AskLine count={asks} />}
        {away?.things?.length ? <AwayLine /> : null}
        {madeUp ? <MadeUpLine /> : <KeepSafe installer={installer} />}
      </Suspense>
    </>
  );
  return <ListScreen news={news} />;
}
