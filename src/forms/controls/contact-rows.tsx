import { type KeyboardEvent, useState } from 'react';
import { displayPhone, parsePhone } from '#formats/phone.ts';
import { useWords } from '#i18n/use-words.ts';
import { TextField } from '#ui/text-field.tsx';
import { messageWithin } from '../issues.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { RowList } from '../row-list.tsx';
import { useIssueWords } from '../use-issue-words.ts';
import { type PartsInput, rowsOf, useParts } from '../use-parts.ts';
import styles from './controls.module.css';

const mostRows = 6;

export function ContactPhones(input: PartsInput) {
  const t = useWords('fields');
  const { rows, add, remove } = rowsOf(input);
  return (
    <RowList
      id={input.id}
      legend={t('contact.phones')}
      keys={rows.map(({ id }) => id)}
      rowName={(i) => t('contact.row', { n: i + 1 })}
      onRemove={remove}
      adders={
        rows.length < mostRows ? [{ label: t('contact.addPhone'), onAdd: () => add({}) }] : []
      }
    >
      {(i) => {
        const row = rows[i];
        return row && <PhoneParts {...row} />;
      }}
    </RowList>
  );
}

/** Shown as people write it, kept as +44…; read when the person is done with it. */
function PhoneParts(input: PartsInput) {
  const t = useWords('fields');
  const parts = useParts(input);
  const number = parts.text('number');
  const [typed, setTyped] = useState<string>();
  const shown = displayPhone(number.value);
  const keep = () => {
    const parsed = parsePhone(number.value);
    if (parsed.ok) number.onText(parsed.value);
  };
  const type = (text: string) => {
    setTyped(text);
    number.onText(text);
  };
  const leave = () => {
    keep();
    setTyped(undefined);
  };
  const byKey = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') keep();
  };
  return (
    <div className={styles['pair']}>
      <TextField
        label={t('contact.number')}
        type="tel"
        dir="ltr"
        autoComplete="off"
        {...number}
        value={typed ?? shown}
        onText={type}
        onFocus={() => setTyped(shown)}
        onBlur={leave}
        onKeyDown={byKey}
      />
      <TextField label={t('contact.numberLabel')} {...parts.text('label')} />
    </div>
  );
}

export function ContactEmails(input: PartsInput) {
  const t = useWords('fields');
  const say = useIssueWords();
  const { rows, add, remove } = rowsOf(input);
  return (
    <RowList
      id={input.id}
      legend={t('contact.emails')}
      keys={rows.map(({ id }) => id)}
      rowName={(i) => t('contact.emailRow', { n: i + 1 })}
      onRemove={remove}
      adders={
        rows.length < mostRows ? [{ label: t('contact.addEmail'), onAdd: () => add('') }] : []
      }
    >
      {(i) => {
        const row = rows[i];
        if (!row) return null;
        return (
          <TextField
            id={row.id}
            label={t('contact.email')}
            type="email"
            dir="ltr"
            autoComplete="off"
            error={say(messageWithin(row.issues, ''))}
            value={asText(row.value)}
            onText={(text) => row.onChange(textOrNothing(text))}
          />
        );
      }}
    </RowList>
  );
}
