import type { FieldIssue } from '#domain/record/record.ts';
import type { Answers } from './answers.ts';

export const ids = {
  kind: 'add-kind',
  gift: 'add-gift',
  name: 'add-name',
  type: 'add-type',
  where: 'add-where',
  typed: 'add-typed',
  share: 'add-share',
} as const;
export type QuestionId = (typeof ids)[keyof typeof ids];

/** `own` messages are keys of `problems` in the add catalogue, the rest of `errors`. */
export interface AnswerProblem {
  readonly fieldId: QuestionId;
  readonly own?: 'kind' | 'name' | 'gift' | 'where';
  readonly message?: string;
}

/** What is missing before anything is written, in the order of the screen. */
export function missing({ kind, name, gift }: Answers): readonly AnswerProblem[] {
  if (!kind) return [{ fieldId: ids.kind, own: 'kind' }];
  return [
    ...(kind === 'people' && gift.trim() === ''
      ? [{ fieldId: ids.gift, own: 'gift' } as const]
      : []),
    ...(name.trim() === '' ? [{ fieldId: ids.name, own: 'name' } as const] : []),
  ];
}

const idByField: Readonly<Record<string, QuestionId>> = {
  name: ids.name,
  title: ids.name,
  displayName: ids.name,
  gifts: ids.gift,
  assetType: ids.type,
  location: ids.typed,
  address: ids.typed,
  share: ids.share,
};

/** The book's refusals, each beside the question it belongs to, one a question. */
export function problemsFrom(issues: readonly FieldIssue[]): readonly AnswerProblem[] {
  const seen = new Set<QuestionId>();
  return issues.flatMap(({ field, message }) => {
    const fieldId = idByField[field.split('.')[0] ?? ''] ?? ids.name;
    if (seen.has(fieldId)) return [];
    seen.add(fieldId);
    return [{ fieldId, message }];
  });
}
