import { TextArea } from '#ui/text-area.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';

export function Text({ id, label, hint, value, onChange, issues }: ControlProps) {
  const say = useIssueWords();
  return (
    <TextArea
      id={id}
      label={label}
      hint={hint}
      error={say(messageWithin(issues, ''))}
      value={asText(value)}
      onText={(text) => onChange(textOrNothing(text))}
    />
  );
}
