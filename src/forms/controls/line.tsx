import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { completeWebAddress } from '../typed-values.ts';
import { useIssueWords } from '../use-issue-words.ts';

export function Line({ name, id, label, hint, value, onChange, issues }: ControlProps) {
  const say = useIssueWords();
  const isAddress = name === 'onlineUrl';
  const complete = () => {
    if (typeof value === 'string') onChange(textOrNothing(completeWebAddress(value)));
  };
  return (
    <TextField
      id={id}
      label={label}
      hint={hint}
      error={say(messageWithin(issues, ''))}
      value={asText(value)}
      onText={(text) => onChange(textOrNothing(text))}
      {...(isAddress && { inputMode: 'url', autoCapitalize: 'none', onBlur: complete })}
    />
  );
}
