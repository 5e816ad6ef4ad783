import { useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Failure } from '#base/result.ts';
import { useTypeWords } from '#forms/use-type-words.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { newId } from '#platform/ids.ts';
import type { Done } from '#services/book.ts';
import { useServices } from '#services/use-services.ts';
import { useToast } from '#ui/toasts.tsx';
import type { Answers } from './answers.ts';
import { answersToValues } from './answers-to-values.ts';
import { type AnswerProblem, ids, missing, problemsFrom } from './problems.ts';
import { shownType } from './shown-type.ts';
import type { AnswerBook } from './use-answers.ts';
import type { Whereabouts } from './use-where.ts';
import { isSecret } from './where-values.ts';

export interface Saving {
  readonly isSaving: boolean;
  readonly problems: readonly AnswerProblem[];
  /** Counts the tries, so that each one brings the focus to what is wrong. */
  readonly attempt: number;
  readonly failure: Failure | undefined;
  save(): Promise<void>;
}

/** Says what was done, with the way back for ten seconds. */
function useSaid(): (name: string, done: Done) => void {
  const t = useWords('add');
  const toast = useToast();
  const say = useFailureWords();
  return (name, done) => {
    const takeBack = async () => {
      const undone = await done.undo();
      toast({ words: undone.ok ? t('takenBack', { name }) : say(undone.error) });
    };
    toast({ words: t('saved', { name }), undo: () => void takeBack() });
  };
}

const lacksPlace = ({ way, spot, kind }: Answers): boolean =>
  way === 'here' && spot === null && kind !== 'people';

export function useSaving(answerBook: AnswerBook, where: Whereabouts): Saving {
  const { book, now, circles } = useServices();
  const typeWords = useTypeWords();
  const said = useSaid();
  const [isSaving, setSaving] = useState(false);
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const isBusy = useRef(false);
  const { latest, put, finish } = answerBook;

  const refuse = (found: readonly AnswerProblem[], why?: Failure): void => {
    setProblems(found);
    setFailure(why);
    setAttempt((count) => count + 1);
  };

  const write = async (answers: Answers): Promise<void> => {
    const { kind, id, name } = answers;
    if (!kind) return;
    const typeId = shownType(answers, kind, typeWords).id;
    if (lacksPlace(answers) && !isSecret(answers, kind, typeId)) {
      return refuse([{ fieldId: ids.where, own: 'where' }]);
    }
    const hasTeam = circles.includes('team');
    const { type, values } = answersToValues({ answers, kind, typeId, now: now(), newId, hasTeam });
    const done = await book.add(type, values, id);
    if (!done.ok) {
      const found = problemsFrom(done.error.issues ?? []);
      return refuse(found, found.length > 0 ? undefined : done.error);
    }
    await finish();
    navigate('/list', { replace: true });
    said(name.trim(), done.value);
  };

  const save = async (): Promise<void> => {
    const gaps = missing(latest.current);
    if (gaps.length > 0 || isBusy.current) return gaps.length > 0 ? refuse(gaps) : undefined;
    isBusy.current = true;
    setSaving(true);
    setProblems([]);
    setFailure(undefined);
    // So that a second try after trouble writes the same record.
    put({});
    try {
      await where.settled();
      await write(latest.current);
    } catch (bug) {
      refuse([], { kind: 'unexpected' });
      throw bug;
    } finally {
      isBusy.current = false;
      setSaving(false);
    }
  };
  return { isSaving, problems, attempt, failure, save };
}
