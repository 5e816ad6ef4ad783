import { useWords } from '#i18n/use-words.ts';
import { FormGroup } from '#ui/form-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import styles from './controls.module.css';

/** Words that pass by themselves: "In the church hall this month". */
export function PassingNotice(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const parts = useParts(props);
  return (
    <FormGroup
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
    >
      <div className={styles['parts']}>
        <TextField label={t('notice.words')} {...parts.text('words')} />
        <TextField type="date" label={t('notice.until')} {...parts.text('until')} />
      </div>
    </FormGroup>
  );
}
