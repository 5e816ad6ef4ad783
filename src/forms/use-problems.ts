import { useEffect, useState } from 'react';
import type { FieldIssue } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Problem } from '#ui/error-summary.tsx';
import { useFieldWords } from './field-words.ts';
import { idsToward } from './issues.ts';
import { useIssueWords } from './use-issue-words.ts';

/**
 * The problems with the nearest control that is on the page: an issue may lie in a part that has
 * no control of its own, or in a control that is still being loaded.
 */
export function useProblems(
  formId: string,
  type: RecordType,
  issues: readonly FieldIssue[],
): readonly Problem[] {
  const t = useWords('fields');
  const { label } = useFieldWords(type);
  const say = useIssueWords();
  const [idByField, setIdByField] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    setIdByField(new Map(issues.map(({ field }) => [field, nearestId(formId, field)])));
  }, [formId, issues]);
  const problems = issues.map(({ field, message }): Problem => {
    const name = field.split('.')[0] ?? '';
    const words = say(message) ?? '';
    return {
      fieldId: idByField.get(field) ?? `${formId}-${name}`,
      message: t('form.jumpTo', { label: label(name), message: words }),
    };
  });
  return problems.filter(
    (problem, i) => problems.findIndex(({ fieldId }) => fieldId === problem.fieldId) === i,
  );
}

function nearestId(formId: string, field: string): string {
  const [name = '', ...rest] = field.split('.');
  const ids = rest.length > 0 ? idsToward(`${formId}-${name}`, rest.join('.')) : [];
  const all = [...ids, `${formId}-${name}`];
  return all.find((id) => document.getElementById(id)) ?? `${formId}-${name}-field`;
}
