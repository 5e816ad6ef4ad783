import type { FieldIssue } from '#domain/record/record.ts';

/** Issues inside a part, named from there: under `gifts`, `gifts.0.words` is `0.words`. */
export const issuesUnder = (issues: readonly FieldIssue[], path: string): readonly FieldIssue[] =>
  issues.flatMap(({ field, message }) => {
    if (field === path) return [{ field: '', message }];
    return field.startsWith(`${path}.`) ? [{ field: field.slice(path.length + 1), message }] : [];
  });

/** The message that stands beside the part itself. */
export const messageAt = (issues: readonly FieldIssue[], path: string): string | undefined =>
  issues.find(({ field }) => field === path)?.message;

/** The same, or the first of what lies inside a part that has one control for all of it. */
export const messageWithin = (issues: readonly FieldIssue[], path: string): string | undefined =>
  messageAt(issues, path) ?? issuesUnder(issues, path)[0]?.message;

/** `place-contact.phones.0.number`, then ever shorter: an issue may lie in what has no control. */
export function idsToward(id: string, field: string): readonly string[] {
  const steps = field.split('.');
  return steps.map((_, i) => [id, ...steps.slice(0, steps.length - i)].join('.'));
}
