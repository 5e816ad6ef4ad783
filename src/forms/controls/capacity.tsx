import { capacities } from '#domain/group/group.ts';
import { useWords } from '#i18n/use-words.ts';
import { FormGroup } from '#ui/form-group.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { asText } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import styles from './controls.module.css';

/** Whether there is room for more, and when that was last so: it changes with the weeks. */
export function Capacity(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const parts = useParts(props);
  const state = asText(parts.object['state']);
  return (
    <FormGroup
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
    >
      <div className={styles['parts']}>
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
        {state !== '' && (
          <TextField type="date" label={t('capacity.asOf')} {...parts.text('asOf')} />
        )}
      </div>
    </FormGroup>
  );
}
