import { capacities } from '#domain/group/group.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { asText } from '../read-json.ts';
import { useParts } from '../use-parts.ts';
import { PartsGroup } from './parts-group.tsx';

/** Whether there is room for more, and when that was last so: it changes with the weeks. */
export function Capacity(props: ControlProps) {
  const t = useWords('fields');
  const parts = useParts(props);
  const state = asText(parts.object['state']);
  return (
    <PartsGroup of={props}>
      <Select
        label={t('capacity.state')}
        {...parts.at('state')}
        value={state}
        onChoose={(next) => (next ? parts.set('state', next) : props.onChange(undefined))}
      >
        <option value="">{t('form.notSaid')}</option>
        {capacities.map((each) => (
          <option key={each} value={each}>
            {t(`facts.capacity.${each}`)}
          </option>
        ))}
      </Select>
      {state !== '' && <TextField type="date" label={t('capacity.asOf')} {...parts.text('asOf')} />}
    </PartsGroup>
  );
}
