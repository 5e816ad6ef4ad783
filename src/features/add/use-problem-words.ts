import { useWords } from '#i18n/use-words.ts';
import type { Problem } from '#ui/error-summary.tsx';
import type { AnswerProblem } from './problems.ts';

/** The sentence for each problem, for the summary and for the question itself. */
export function useProblemWords(problems: readonly AnswerProblem[]): readonly Problem[] {
  const t = useWords('add');
  const errors = useWords('errors');
  return problems.map(({ fieldId, own, message }) => ({
    fieldId,
    message: own ? t(`problems.${own}`) : (errors.find(message ?? '') ?? errors('not-right')),
  }));
}
