import { CheckChip } from '#ui/check-chip.tsx';
import { ChipStrip } from '#ui/chip.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import type { ControlProps } from '../control-props.ts';
import { useFieldWords } from '../field-words.ts';
import { messageWithin } from '../issues.ts';
import { asTexts, listOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';

export function Choices(props: ControlProps) {
  const { type, name, field, id, label, hint, value, onChange } = props;
  const words = useFieldWords(type);
  const say = useIssueWords();
  const chosen = asTexts(value);
  const toggle = (option: string, on: boolean) => {
    const others = chosen.filter((other) => other !== option);
    onChange(listOrNothing(on ? [...others, option] : others));
  };
  return (
    <FormGroup id={id} legend={label} hint={hint} error={say(messageWithin(props.issues, ''))}>
      <ChipStrip>
        {(field.options ?? []).map((option) => (
          <CheckChip
            key={option}
            label={words.option(name, option)}
            checked={chosen.includes(option)}
            onCheck={(on) => toggle(option, on)}
          />
        ))}
      </ChipStrip>
    </FormGroup>
  );
}
