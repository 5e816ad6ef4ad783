import { useWords } from '#i18n/use-words.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { DoorOpen } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';

/** Until walks exist this says what they are, and offers what can be done today. */
export function DoorScreen() {
  const t = useWords('door');
  return (
    <Page>
      <TopBar title={t('title')} />
      <EmptyState icon={DoorOpen} question={t('question')} note={t('note')}>
        <LinkButton href="/add" look="filled">
          {t('add')}
        </LinkButton>
      </EmptyState>
    </Page>
  );
}
