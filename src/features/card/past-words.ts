import type { ReactNode } from 'react';
import type { AnyRecord } from '#domain/record/record.ts';
import type { ThingName } from '#forms/facts/saying.ts';
import { useValueWords } from '#forms/facts/value-words.ts';
import { useWords } from '#i18n/use-words.ts';
import type { PastValue } from './past-values.ts';

interface PastWordsInput {
  readonly record: AnyRecord;
  readonly now: number;
  readonly thingOf: (id: string) => ThingName | undefined;
}

type Tell = (past: PastValue) => readonly ReactNode[];

/** A value of the past in the words of the card. */
export function usePastWords(input: PastWordsInput): Tell {
  const t = useWords('card');
  const tell = useValueWords(input);
  return ({ field, value, isPart, isTakenOut }) => {
    if (value === null && isPart) return [t('history.takenOut')];
    const said = tell(field, isPart ? [value] : value);
    return isTakenOut ? [t('history.takenOutNamed'), ...said] : said;
  };
}
