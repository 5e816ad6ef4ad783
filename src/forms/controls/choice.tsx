import { useWords } from '#i18n/use-words.ts';
import { RadioRows } from '#ui/radio-rows.tsx';
import { Select } from '#ui/select.tsx';
import type { ControlProps } from '../control-props.ts';
import { useFieldWords } from '../field-words.ts';
import { messageWithin } from '../issues.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';

/** More than this and a list of radios is longer than a phone's screen. */
const mostRadios = 5;

export function Choice(props: ControlProps) {
  const { type, name, field, id, label, hint, value, onChange } = props;
  const t = useWords('fields');
  const words = useFieldWords(type);
  const say = useIssueWords();
  const options = field.options ?? [];
  const error = say(messageWithin(props.issues, ''));
  const isOpen = !field.required && !options.includes('unknown');
  const chosen = asText(value);
  const choices = options.map((option) => ({ value: option, label: words.option(name, option) }));
  const notSaid = { value: '', label: t('form.notSaid') };
  const choose = (option: string) => onChange(textOrNothing(option));
  if (options.length <= mostRadios) {
    return (
      <RadioRows
        id={id}
        legend={label}
        hint={hint}
        error={error}
        choices={isOpen ? [...choices, notSaid] : choices}
        value={chosen}
        onChoose={choose}
      />
    );
  }
  return (
    <Select id={id} label={label} hint={hint} error={error} value={chosen} onChoose={choose}>
      {(isOpen || chosen === '') && <option value="">{notSaid.label}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
