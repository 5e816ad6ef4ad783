import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';

export function CalendarDay({ id, label, hint, value, onChange, issues }: ControlProps) {
  const say = useIssueWords();
  return (
    <TextField
      type="date"
      id={id}
      label={label}
      hint={hint}
      error={say(messageWithin(issues, ''))}
      value={asText(value)}
      onText={(day) => onChange(textOrNothing(day))}
    />
  );
}
