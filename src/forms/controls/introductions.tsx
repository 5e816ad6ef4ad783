import { useWords } from '#i18n/use-words.ts';
import { RadioRows } from '#ui/radio-rows.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import styles from './controls.module.css';

const answers = { yes: true, no: false } as const;

/** A group says itself whether others may send people to it. */
export function Introductions(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const parts = useParts(props);
  const { yes } = parts.object;
  const isSaid = typeof yes === 'boolean';
  return (
    <div className={styles['parts']}>
      <RadioRows<'yes' | 'no' | 'open'>
        id={props.id}
        legend={props.label}
        hint={props.hint}
        error={say(messageAt(props.issues, ''))}
        choices={[
          { value: 'yes', label: t('facts.introductionsYes') },
          { value: 'no', label: t('facts.introductionsNo') },
          { value: 'open', label: t('form.notSaid') },
        ]}
        value={isSaid ? (yes ? 'yes' : 'no') : 'open'}
        onChoose={(next) =>
          next === 'open' ? props.onChange(undefined) : parts.set('yes', answers[next])
        }
      />
      {isSaid && <TextField label={t('introductions.words')} {...parts.text('words')} />}
    </div>
  );
}
