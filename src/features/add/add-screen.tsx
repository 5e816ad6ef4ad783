import { navigate } from 'wouter/use-browser-location';
import type { Json } from '#base/json.ts';
import { useWords } from '#i18n/use-words.ts';
import { type Draft, useDraft } from '#services/use-draft.ts';
import { useBook } from '#services/use-services.ts';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import styles from './add.module.css';
import { AddForm } from './add-form.tsx';
import { hasWords, noAnswers, readAnswers } from './answers.ts';
import { addDraftKey, draftParameter, useAnswers } from './use-answers.ts';

/** Four taps besides typing: Add, what it is, where, Save. */
export function AddScreen() {
  const t = useWords('add');
  const draft = useDraft<Json>(addDraftKey(useBook().registerId), noAnswers, {
    wanted: new URLSearchParams(location.search).get(draftParameter) ?? undefined,
    hasWords: (stored) => hasWords(readAnswers(stored)),
  });
  return (
    <Page className={styles['screen'] ?? ''}>
      <TopBar title={t('title')} onClose={() => navigate('/list')} />
      {draft && <AddFromDraft draft={draft} />}
    </Page>
  );
}

function AddFromDraft({ draft }: { readonly draft: Draft<Json> }) {
  const answerBook = useAnswers(draft, location.search);
  const wasRestored = draft.restored && hasWords(readAnswers(draft.value));
  return <AddForm answerBook={answerBook} wasRestored={wasRestored} />;
}
