import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { readPounds, showPounds } from '../typed-values.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { TypedNumber } from './typed-number.tsx';

/** Pounds in, pence kept. */
export function Pence({ id, label, hint, value, onChange, issues }: ControlProps) {
  const error = useIssueWords()(messageWithin(issues, ''));
  const change = { value, onChange, read: readPounds, show: showPounds };
  return <TypedNumber {...{ id, label, hint, error }} {...change} decimal />;
}
