import { useEffect, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Json } from '#base/json.ts';
import { useWords } from '#i18n/use-words.ts';
import { type Draft, useDraft } from '#services/use-draft.ts';
import { useBook } from '#services/use-services.ts';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import styles from './add.module.css';
import { AddForm } from './add-form.tsx';
import { hasWords, noAnswers, readAnswers, wordsFor } from './answers.ts';
import { addDraftKey, draftParameter, useAnswers } from './use-answers.ts';
import { useWasSaved } from './use-was-saved.ts';

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

interface FromDraft {
  readonly draft: Draft<Json>;
}

function AddFromDraft({ draft }: FromDraft) {
  const [found] = useState(draft.value);
  const wasSaved = useWasSaved(found);
  if (wasSaved === undefined) return null;
  return wasSaved ? <AddAnother draft={draft} /> : <CarryOn draft={draft} />;
}

function CarryOn({ draft }: FromDraft) {
  const answerBook = useAnswers(draft, draft.value, location.search);
  const wasRestored = draft.restored && hasWords(readAnswers(draft.value));
  return <AddForm answerBook={answerBook} wasRestored={wasRestored} />;
}

function AddAnother({ draft }: FromDraft) {
  const t = useWords('add');
  const [name] = useState(() => wordsFor(readAnswers(draft.value)));
  const { clear } = draft;
  useEffect(() => void clear(), [clear]);
  const answerBook = useAnswers(draft, noAnswers, location.search);
  return (
    <>
      <Notice tone="success" live="status">
        {t('saved', { name })}
      </Notice>
      <AddForm answerBook={answerBook} wasRestored={false} />
    </>
  );
}
