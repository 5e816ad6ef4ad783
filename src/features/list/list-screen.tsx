import { type ReactNode, Suspense, useDeferredValue, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { type FoundRows, useFound } from '#services/use-found.ts';
import { type NearPoint, useNearPoint } from '#services/use-near-point.ts';
import { useRegisterGist } from '#services/use-register-gist.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HandHeart, LocateFixed, Search } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { List } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page, Stack } from '#ui/page.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { AssetRow } from './asset-row.tsx';
import styles from './list.module.css';
import { isNarrowed, queryOf, useListState } from './list-filters.ts';
import { KindChips, MoreFilters } from './list-options.tsx';

function NothingFound() {
  const t = useWords('list');
  const state = useListState();
  if (isNarrowed(state)) {
    return (
      <EmptyState icon={Search} question={t('nothing.question')} note={t('nothing.note')}>
        <Button onClick={state.clear}>{t('clear')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={HandHeart} question={t('empty.question')} note={t('empty.note')}>
      <LinkButton href="/add?kind=people" look="filled">
        {t('empty.start')}
      </LinkButton>
    </EmptyState>
  );
}

/** In which order, and the button that makes it nearest to here. */
function Order({ near, total }: { readonly near: NearPoint; readonly total: number }) {
  const t = useWords('list');
  const failureWords = useFailureWords();
  const [failure, setFailure] = useState<Failure>();
  const locate = async () => {
    const found = await near.locate();
    setFailure(found.ok ? undefined : found.error);
  };
  return (
    <>
      <div className={styles['count']}>
        <p role="status">{t('count', { count: total })}</p>
        {near.from === 'here' ? (
          <span>{t('order.here')}</span>
        ) : (
          <Button size="small" look="quiet" icon={LocateFixed} onClick={() => void locate()}>
            {t('order.locate')}
          </Button>
        )}
      </div>
      {failure && (
        <Notice tone="warn" live="status">
          {failureWords(failure)}
        </Notice>
      )}
    </>
  );
}

/** As many as fill a screen are drawn first: on a slow phone all of them take a while. */
const rowsFirst = 20;

function Rows({ found }: { readonly found: FoundRows }) {
  const t = useWords('list');
  const isWhole = useDeferredValue(true, false);
  const rows = isWhole ? found.rows : found.rows.slice(0, rowsFirst);
  const showMore = useListState((state) => state.showMore);
  const asksWhen = useListState(({ when }) => when !== 'any');
  return (
    <>
      <List aria-label={t('assets')}>
        {rows.map((row, index) => (
          <li key={row.id}>
            <AssetRow row={row} away={found.away[index]} asksWhen={asksWhen} />
          </li>
        ))}
      </List>
      {found.total > found.rows.length && (
        <Button wide onClick={showMore}>
          {t('showMore', { count: found.total - found.rows.length })}
        </Button>
      )}
    </>
  );
}

interface ListScreenProps {
  /** What the app has to say first: something half written, a word about keeping things safe. */
  readonly news?: ReactNode;
}

/** The first screen: everything the neighbourhood has, nearest first, found as one types. */
export function ListScreen({ news }: ListScreenProps) {
  const t = useWords('list');
  const register = useRegisterGist();
  const { now } = useServices();
  const state = useListState();
  const near = useNearPoint();
  const query = queryOf(state, { now: now(), near: near.point });
  // From where is known in a moment, and what was found from there last time is shown at once.
  const found = useFound(useDeferredValue(near.from === 'not read yet' ? undefined : query));
  return (
    <Page>
      <TopBar title={register?.name ?? t('title')} />
      <Stack>
        <SearchField
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={state.text}
          onText={(text) => state.set({ text })}
        />
        <KindChips />
        <MoreFilters hasStart={near.point !== undefined} />
        {/* News still looking for its words must not hide the list that stands already. */}
        <Suspense>{!isNarrowed(state) && news}</Suspense>
        {found && <Order near={near} total={found.total} />}
        {found && found.total === 0 && <NothingFound />}
        {found && found.total > 0 && <Rows found={found} />}
      </Stack>
    </Page>
  );
}
