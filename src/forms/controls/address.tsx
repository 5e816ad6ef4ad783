import { useState } from 'react';
import { normalisePostcode } from '#domain/place/postcode.ts';
import { useWords } from '#i18n/use-words.ts';
import { FormGroup } from '#ui/form-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import styles from './controls.module.css';

const otherLines = ['line2', 'town', 'county'] as const;

export function AddressParts(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const parts = useParts(props);
  const line1 = parts.text('line1');
  const postcode = parts.text('postcode');
  /** What was typed since the form was opened: what stands there already needs no hint. */
  const [typed, setTyped] = useState('');
  const Hints = props.context.AddressHints;
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
        <TextField
          label={t('address.line1')}
          {...line1}
          onText={(text) => {
            line1.onText(text);
            setTyped(text);
          }}
        />
        {Hints && <Hints typed={typed} onDone={() => setTyped('')} />}
        {otherLines.map((line) => (
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
