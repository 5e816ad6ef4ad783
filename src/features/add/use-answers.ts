import { type RefObject, useRef, useState } from 'react';
import type { Json } from '#base/json.ts';
import { assetKinds } from '#domain/taxonomy/kinds.ts';
import { newId } from '#platform/ids.ts';
import type { Draft } from '#services/use-draft.ts';
import { type Answers, hasWords, readAnswers } from './answers.ts';

export interface AnswerBook {
  readonly answers: Answers;
  /** The newest answers, for work that was waiting when they changed. */
  readonly latest: RefObject<Answers>;
  put(part: Partial<Answers>): void;
  replace(all: Answers): void;
  /** Throws the draft away for good; nothing is written after it. */
  finish(): Promise<void>;
}

/** Drafts live beside each other on one phone: what is typed for one register stays with it. */
export const addDraftKey = (registerId: string): string => `add:${registerId}`;

/** `/add?draft=…` carries on one of several. */
export const draftParameter = 'draft';

/** `/add?kind=places&name=…` is a wish for an empty form; it never overwrites words. */
export function startingAnswers(stored: Answers, search: string): Answers {
  if (hasWords(stored)) return stored;
  const wishes = new URLSearchParams(search);
  const kind = assetKinds.find((each) => each === wishes.get('kind'));
  const name = (wishes.get('name') ?? '').trim().slice(0, 120);
  return { ...stored, ...(kind ? { kind } : {}), ...(name ? { name } : {}) };
}

/** @param stored what to begin with: mostly what the draft holds. */
export function useAnswers(draft: Draft<Json>, stored: Json, search: string): AnswerBook {
  // What another window of this draft has saved meanwhile is never written over.
  const [answers, setAnswers] = useState(() => ({
    ...startingAnswers(readAnswers(stored), search),
    id: '',
  }));
  const latest = useRef(answers);
  const isFinished = useRef(false);
  const replace = (all: Answers): void => {
    if (isFinished.current) return;
    latest.current = all;
    setAnswers(all);
    draft.set(all);
  };
  return {
    answers,
    latest,
    replace,
    put: (part) => {
      const id = latest.current.id || newId();
      replace({ ...latest.current, id, ...part });
    },
    finish: async () => {
      isFinished.current = true;
      await draft.clear();
    },
  };
}
