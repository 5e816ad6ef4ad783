import { useWords } from '#i18n/use-words.ts';
import { useMayWrite } from '#services/use-may-write.ts';
import { useBook } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HardDrive, History, Search } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { goToList } from './go-to.ts';
import { NotDone } from './not-done.tsx';
import { useDoing } from './use-doing.ts';
import { useUnreadWords } from './use-unread-words.ts';
import { useWhyMissing, type WhyMissing } from './why-missing.ts';

/** In place of a card that cannot be shown: why, and the way on. */
export function NoCard({ id }: { readonly id: string }) {
  const missing = useWhyMissing(id);
  if (!missing) return null;
  if (missing.why === 'removed') return <Removed {...missing} />;
  if (missing.why === 'kept') return <Kept failure={missing.failure} />;
  return <Unknown />;
}

function Unknown() {
  const t = useWords('card');
  return (
    <Page>
      <TopBar title={t('missing.title')} onBack={goToList} />
      <EmptyState icon={Search} question={t('missing.question')} note={t('missing.note')}>
        <LinkButton href="/list" look="filled">
          {t('missing.list')}
        </LinkButton>
      </EmptyState>
    </Page>
  );
}

function Removed({ about, name }: Extract<WhyMissing, { why: 'removed' }>) {
  const t = useWords('card');
  const book = useBook();
  const doing = useDoing();
  const mayWrite = useMayWrite();
  const putBack = () =>
    void doing.run(() => book.change(about, { deleted: null }), t('done.broughtBack', { name }));
  return (
    <Page>
      <TopBar title={t('missing.removedTitle')} onBack={goToList} />
      <NotDone failure={doing.failure} />
      <EmptyState
        icon={History}
        question={t('missing.removed', { name })}
        note={t('missing.removedNote')}
      >
        {mayWrite && (
          <Button look="filled" onClick={putBack}>
            {t('missing.putBack')}
          </Button>
        )}
      </EmptyState>
    </Page>
  );
}

function Kept({ failure }: Pick<Extract<WhyMissing, { why: 'kept' }>, 'failure'>) {
  const t = useWords('card');
  const say = useUnreadWords();
  return (
    <Page>
      <TopBar title={t('missing.keptTitle')} onBack={goToList} />
      <EmptyState icon={HardDrive} question={t('missing.kept')} note={say(failure)}>
        <LinkButton href="/list" look="filled">
          {t('missing.list')}
        </LinkButton>
      </EmptyState>
    </Page>
  );
}
