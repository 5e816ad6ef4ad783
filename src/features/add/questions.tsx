import { type KeyboardEvent, useLayoutEffect, useState } from 'react';
import type { AssetKind } from '#domain/taxonomy/kinds.ts';
import { useTypeWords } from '#forms/use-type-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import type { Problem } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './add.module.css';
import { GiftQuestion } from './gift-question.tsx';
import { KindQuestion } from './kind-question.tsx';
import { ids, type QuestionId } from './problems.ts';
import { shownShare } from './share-levels.ts';
import { ShareQuestion } from './share-question.tsx';
import { shownType } from './shown-type.ts';
import { TypeQuestion } from './type-question.tsx';
import type { AnswerBook } from './use-answers.ts';
import type { Whereabouts } from './use-where.ts';
import { WhereQuestion } from './where-question.tsx';
import { isNear, isNearByDefault, isSecret, mayBeSecret } from './where-values.ts';

interface QuestionsProps {
  readonly answerBook: AnswerBook;
  readonly where: Whereabouts;
  readonly problems: readonly Problem[];
}

type ErrorAt = (id: QuestionId) => string | undefined;

/** Choosing a kind with a finger goes on to its first words, so that the name costs no tap. */
function useGoingOn(): (kind: AssetKind, byTouch: boolean) => void {
  const [next, setNext] = useState<{ readonly id: QuestionId }>();
  useLayoutEffect(() => {
    const field = next && document.getElementById(next.id);
    if (!(field instanceof HTMLInputElement) || field.value !== '') return;
    field.focus({ preventScroll: true });
    field.closest('[data-question]')?.scrollIntoView({ block: 'start' });
  }, [next]);
  return (kind, byTouch) => {
    if (byTouch) setNext({ id: kind === 'people' ? ids.gift : ids.name });
  };
}

export function Questions({ answerBook, where, problems }: QuestionsProps) {
  const goOn = useGoingOn();
  const { answers, put } = answerBook;
  const { kind } = answers;
  const errorAt: ErrorAt = (id) => problems.find(({ fieldId }) => fieldId === id)?.message;
  const choose = (chosen: AssetKind, byTouch: boolean) => {
    // A person has no spot, and what may see a place may not see a person.
    put({ kind: chosen, share: null, ...(chosen === 'people' ? { spot: null } : {}) });
    goOn(chosen, byTouch);
  };
  return (
    <>
      <KindQuestion kind={kind} error={errorAt(ids.kind)} onChoose={choose} />
      {kind === 'people' && (
        <div className={styles['question']} data-question>
          <GiftQuestion
            dimension={answers.dimension}
            words={answers.gift}
            error={errorAt(ids.gift)}
            onDimension={(dimension) => put({ dimension })}
            onWords={(gift) => put({ gift })}
          />
        </div>
      )}
      <NameQuestion answerBook={answerBook} error={errorAt(ids.name)} />
      {kind && <Details {...{ answerBook, where, kind, errorAt }} />}
    </>
  );
}

/** Enter closes the phone's keyboard; it never saves a form that is half filled in. */
export const leaveOnEnter = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.target.blur();
};

function NameQuestion({
  answerBook: { answers, put },
  error,
}: Pick<QuestionsProps, 'answerBook'> & { readonly error: string | undefined }) {
  const t = useWords('add');
  const { kind } = answers;
  const hints = { people: t('name.person'), stories: t('name.story') };
  return (
    <div className={styles['question']} data-question>
      <TextField
        id={ids.name}
        label={t('name.label')}
        hint={kind === 'people' || kind === 'stories' ? hints[kind] : undefined}
        error={error}
        value={answers.name}
        onText={(name) => put({ name })}
        autoComplete="off"
        enterKeyHint="done"
      />
    </div>
  );
}

interface DetailsProps extends Omit<QuestionsProps, 'problems'> {
  readonly kind: AssetKind;
  readonly errorAt: ErrorAt;
}

function Details({ answerBook, where, kind, errorAt }: DetailsProps) {
  const typeWords = useTypeWords();
  const { answers, put } = answerBook;
  const { circles } = useServices();
  const type = shownType(answers, kind, typeWords);
  const secret = isSecret(answers, kind, type.id);
  return (
    <>
      <TypeQuestion
        kind={kind}
        type={type}
        error={errorAt(ids.type)}
        onChoose={(id) => put({ type: id })}
      />
      <WhereQuestion
        answerBook={answerBook}
        where={where}
        near={isNear({ answers, kind, typeId: type.id })}
        asksNear={kind !== 'people' && isNearByDefault(kind, type.id)}
        secret={secret}
        asksSecret={mayBeSecret(kind, type.id)}
        error={errorAt(ids.where)}
        typedError={errorAt(ids.typed)}
      />
      <ShareQuestion
        kind={kind}
        secret={secret}
        value={shownShare(kind, answers.share, secret, circles.includes('team'))}
        error={errorAt(ids.share)}
        onChoose={(share) => put({ share })}
      />
    </>
  );
}
