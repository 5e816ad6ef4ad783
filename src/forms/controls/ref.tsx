import type { Json } from '#base/json.ts';
import type { Ref } from '#domain/record/values.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { asObject, asText } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';

/** Most of these fields keep an id; those that may point at several types keep `{ type, id }`. */
const withType = new Set(['organiser', 'buddy', 'from', 'to', 'about']);
const kept = (name: string, { type, id }: Ref): Json => (withType.has(name) ? { type, id } : id);
const idOf = (value: Json | undefined): string => asText(value) || asText(asObject(value)['id']);

export function RefChoiceControl(props: ControlProps) {
  const { type, name, id, label, hint, value, onChange, issues, context } = props;
  const t = useWords('fields');
  const say = useIssueWords();
  const choices = context.choicesFor?.(type, name) ?? [];
  const chosen = idOf(value);
  const isMissing = chosen !== '' && !choices.some(({ ref }) => ref.id === chosen);
  const choose = (refId: string) => {
    const found = choices.find(({ ref }) => ref.id === refId);
    if (refId !== chosen) onChange(found && kept(name, found.ref));
  };
  return (
    <Select
      id={id}
      label={label}
      hint={hint ?? (choices.length === 0 ? t('form.noRefs') : undefined)}
      error={say(messageWithin(issues, ''))}
      value={chosen}
      onChoose={choose}
    >
      <option value="">{t('form.notSaid')}</option>
      {isMissing && <option value={chosen}>{t('form.elsewhere')}</option>}
      {choices.map(({ ref, name: words }) => (
        <option key={ref.id} value={ref.id}>
          {words}
        </option>
      ))}
    </Select>
  );
}
