import { normalisePostcode } from '#domain/place/postcode.ts';
import { useWords } from '#i18n/use-words.ts';
import { FormGroup } from '#ui/form-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import styles from './controls.module.css';

const lines = ['line1', 'line2', 'town', 'county'] as const;

export function AddressParts(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const parts = useParts(props);
  const postcode = parts.text('postcode');
  const tidy = () => {
    const tidied = normalisePostcode(postcode.value);
    if (tidied.ok) postcode.onText(tidied.value);
  };
  return (
    <FormGroup
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
    >
      <div className={styles['parts']}>
        {lines.map((line) => (
          <TextField key={line} label={t(`address.${line}`)} {...parts.text(line)} />
        ))}
        <TextField
          label={t('address.postcode')}
          autoCapitalize="characters"
          autoComplete="off"
          {...postcode}
          onBlur={tidy}
        />
      </div>
    </FormGroup>
  );
}
