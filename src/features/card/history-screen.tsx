import { useCallback } from 'react';
import { useParams } from 'wouter';
import { useWords } from '#i18n/use-words.ts';
import type { Change } from '#services/book.ts';
import { useAsked } from '#services/use-asked.ts';
import { useBook } from '#services/use-services.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { History } from '#ui/icons.ts';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { leavePart } from './go-to.ts';
import { NoCard } from './no-card.tsx';
import { NotDone } from './not-done.tsx';
import { Past } from './past.tsx';
import { pastValues } from './past-values.ts';
import { UnreadNotice } from './unread-notice.tsx';
import { useDoing } from './use-doing.ts';

/** How a card came to be as it is, newest first, with the way back to what it said before. */
export function HistoryScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const thing = useThing(id);
  if (!thing) return null;
  return thing === 'missing' ? <NoCard key={id} id={id} /> : <CardHistory key={id} thing={thing} />;
}

/** Read again whenever the record moves, here or in another tab. */
function useChanges({ row, read }: Thing): readonly Change[] | undefined {
  const book = useBook();
  const { id, type } = row;
  const ask = useCallback(
    async () => (read ? book.history({ id, type }) : undefined),
    [book, id, type, read],
  );
  return useAsked(ask);
}

function CardHistory({ thing }: { readonly thing: Thing }) {
  const t = useWords('card');
  const doing = useDoing();
  const changes = useChanges(thing);
  const record = thing.read?.record;
  const lines = changes && record ? pastValues(changes, record) : undefined;
  return (
    <Page>
      <TopBar
        title={t('history.title', { name: thing.row.name })}
        onBack={() => leavePart(thing.row.id)}
      />
      <NotDone failure={doing.failure} />
      <UnreadNotice unread={thing.unread} />
      {lines?.length === 0 && <EmptyState icon={History} question={t('history.none')} />}
      {lines && record && <Past lines={lines} record={record} doing={doing} />}
    </Page>
  );
}
