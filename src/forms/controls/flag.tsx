import { CheckRow } from '#ui/check-row.tsx';
import { FieldError } from '#ui/field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { useIssueWords } from '../use-issue-words.ts';

export function Flag({ id, label, hint, value, onChange, issues }: ControlProps) {
  const error = useIssueWords()(messageWithin(issues, ''));
  return (
    <div>
      <CheckRow
        id={id}
        label={label}
        note={hint}
        checked={value === true}
        onCheck={(on) => onChange(on ? true : undefined)}
      />
      {error && <FieldError id={`${id}-error`} message={error} />}
    </div>
  );
}
