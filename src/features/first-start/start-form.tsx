import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { useStarter } from '#services/starter.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type Problem } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { ActionBar, Page } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import styles from './first-start.module.css';
import { type NameProblem, type NewRegisterWords, problemsIn, tidied } from './new-register.ts';
import { useKeptInHistory } from './use-kept-in-history.ts';

interface StartFormProps {
  /** What the history entry held: typed before a reload. */
  readonly typed: NewRegisterWords;
  readonly notice: ReactNode;
}

const ids = { name: 'start-name', yourName: 'start-your-name' } as const;

function useStarting(words: NewRegisterWords, stopKeeping: () => void) {
  const starter = useStarter();
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const [isStarting, setStarting] = useState(false);
  // Two taps in one moment must not found two registers.
  const isBusy = useRef(false);
  const found = async (): Promise<void> => {
    const started = await starter.start(tidied(words));
    if (!started.ok) return setFailure(started.error);
    stopKeeping();
    navigate('/list', { replace: true });
  };
  const start = async (): Promise<void> => {
    setAttempt((count) => count + 1);
    const { name, yourName } = problemsIn(words);
    if (name ?? yourName ?? isBusy.current) return;
    isBusy.current = true;
    setStarting(true);
    setFailure(undefined);
    try {
      await found();
    } catch (bug) {
      setFailure({ kind: 'unexpected' });
      throw bug;
    } finally {
      isBusy.current = false;
      setStarting(false);
    }
  };
  return { attempt, failure, isStarting, start };
}

/** Two names and a button; the names survive a reload. */
export function StartForm({ typed, notice }: StartFormProps) {
  const t = useWords('first-start');
  const say = useFailureWords();
  const [words, setWords] = useState(typed);
  const { stop } = useKeptInHistory(words);
  const { attempt, failure, isStarting, start } = useStarting(words, stop);
  const found = attempt > 0 ? problemsIn(words) : undefined;
  const wordsFor = (problem: NameProblem | undefined) => problem && t(`problems.${problem}`);
  const errors = { name: wordsFor(found?.name), yourName: wordsFor(found?.yourName) };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void start();
  };
  return (
    <Page>
      <TopBar title={t('form.title')} onBack={() => history.back()} />
      {notice}
      <form noValidate onSubmit={submit} className={styles['form']}>
        <ErrorSummary problems={problemList(errors)} attempt={attempt} />
        {failure && (
          <Notice tone="danger" live="alert" title={t('form.notStarted')}>
            {say(failure)}
          </Notice>
        )}
        <p>{t('form.about')}</p>
        <TextField
          id={ids.name}
          label={t('form.neighbourhood')}
          hint={t('form.neighbourhoodHint')}
          error={errors.name}
          value={words.name}
          onText={(name) => setWords({ ...words, name })}
          autoComplete="off"
        />
        <TextField
          id={ids.yourName}
          label={t('form.yourName')}
          hint={t('form.yourNameHint')}
          error={errors.yourName}
          value={words.yourName}
          onText={(yourName) => setWords({ ...words, yourName })}
          autoComplete="given-name"
        />
        <ActionBar
          note={<span role="status">{t(isStarting ? 'form.starting' : 'form.note')}</span>}
        >
          <Button look="filled" type="submit">
            {t('form.start')}
          </Button>
        </ActionBar>
      </form>
    </Page>
  );
}

const problemList = (
  errors: Readonly<Record<keyof typeof ids, string | undefined>>,
): readonly Problem[] =>
  (['name', 'yourName'] as const).flatMap((field) => {
    const message = errors[field];
    return message === undefined ? [] : [{ fieldId: ids[field], message }];
  });
