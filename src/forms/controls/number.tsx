import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { readWhole, showNumber } from '../typed-values.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { TypedNumber } from './typed-number.tsx';

export function WholeNumber({ id, label, hint, value, onChange, issues }: ControlProps) {
  const error = useIssueWords()(messageWithin(issues, ''));
  const words = { id, label, hint, error };
  return (
    <TypedNumber {...words} value={value} onChange={onChange} read={readWhole} show={showNumber} />
  );
}
