import { useWords } from '#i18n/use-words.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { asList, asObject, asText, listOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';

/** Several things to point at; those that are not among the choices stay as they are. */
export function RefChoices(props: ControlProps) {
  const { type, name, id, label, hint, value, onChange, issues, context } = props;
  const t = useWords('fields');
  const say = useIssueWords();
  const choices = context.choicesFor?.(type, name) ?? [];
  const idOf = (item: unknown) => asText(asObject(item as never)['id']);
  const list = asList(value);
  const toggle = (refId: string, on: boolean) => {
    const others = list.filter((item) => idOf(item) !== refId);
    const found = choices.find(({ ref }) => ref.id === refId);
    onChange(listOrNothing(on && found ? [...others, { ...found.ref }] : others));
  };
  return (
    <FormGroup
      id={id}
      legend={label}
      hint={hint ?? (choices.length === 0 ? t('form.noRefs') : undefined)}
      error={say(messageWithin(issues, ''))}
    >
      {choices.map(({ ref, name: words }) => (
        <CheckRow
          key={ref.id}
          label={words}
          checked={list.some((item) => idOf(item) === ref.id)}
          onCheck={(on) => toggle(ref.id, on)}
        />
      ))}
    </FormGroup>
  );
}
