import { useEffect } from 'react';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { holdReload } from '#platform/hold-reload.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Check } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { ActionBar } from '#ui/page.tsx';
import { useToast } from '#ui/toasts.tsx';
import styles from './add.module.css';
import { hasWords, noAnswers } from './answers.ts';
import { leaveOnEnter, Questions } from './questions.tsx';
import type { AnswerBook } from './use-answers.ts';
import { useProblemWords } from './use-problem-words.ts';
import { useReturnToQuestion } from './use-return-to-question.ts';
import { type Saving, useSaving } from './use-saving.ts';
import { useWhere, type Whereabouts } from './use-where.ts';

interface AddFormProps {
  readonly answerBook: AnswerBook;
  readonly wasRestored: boolean;
}

/** An update may not reload the page over words that are not saved. */
function useHeldPage(isHeld: boolean): void {
  useEffect(() => (isHeld ? holdReload('add') : undefined), [isHeld]);
}

export function AddForm({ answerBook, wasRestored }: AddFormProps) {
  const where = useWhere(answerBook);
  const saving = useSaving(answerBook, where);
  const problems = useProblemWords(saving.problems);
  const rememberQuestion = useReturnToQuestion(answerBook, wasRestored);
  useHeldPage(hasWords(answerBook.answers));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notes which control has the focus
    <div className={styles['form']} onFocus={rememberQuestion} onKeyDown={leaveOnEnter}>
      <ErrorSummary problems={problems} attempt={saving.attempt} />
      <NotSaved saving={saving} />
      {wasRestored && <Restored answerBook={answerBook} />}
      <Questions answerBook={answerBook} where={where} problems={problems} />
      <SaveBar saving={saving} where={where} />
    </div>
  );
}

function NotSaved({ saving: { failure } }: { readonly saving: Saving }) {
  const t = useWords('add');
  const say = useFailureWords();
  if (!failure) return null;
  return (
    <Notice tone="danger" live="alert" title={t('notSaved')}>
      {say(failure)}
    </Notice>
  );
}

function Restored({ answerBook }: { readonly answerBook: AnswerBook }) {
  const t = useWords('add');
  const toast = useToast();
  const { answers, replace } = answerBook;
  if (!hasWords(answers)) return null;
  const startAgain = () => {
    replace(noAnswers);
    toast({ words: t('cleared'), undo: () => replace(answers) });
  };
  const again = (
    <Button look="quiet" size="small" onClick={startAgain}>
      {t('afresh')}
    </Button>
  );
  return (
    <Notice tone="success" live="status" actions={again}>
      {t('restored')}
    </Notice>
  );
}

interface SaveBarProps {
  readonly saving: Saving;
  readonly where: Whereabouts;
}

function SaveBar({ saving: { isSaving, save }, where }: SaveBarProps) {
  const t = useWords('add');
  const common = useWords('common');
  const waiting = t(where.isFinding ? 'savingAfterPlace' : 'saving');
  return (
    <ActionBar note={<span role="status">{isSaving ? waiting : common('state.kept')}</span>}>
      <Button look="filled" icon={Check} onClick={() => void save()}>
        {common('do.save')}
      </Button>
    </ActionBar>
  );
}
