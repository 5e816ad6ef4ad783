import { useWords } from '#i18n/use-words.ts';
import { FormGroup } from '#ui/form-group.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { readWhole, showNumber } from '../typed-values.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import styles from './controls.module.css';
import { TypedNumber } from './typed-number.tsx';

export function Years(props: ControlProps) {
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
      <div className={styles['pair']}>
        {(['from', 'to'] as const).map((end) => (
          <TypedNumber
            key={end}
            label={t(`years.${end}`)}
            {...parts.at(end)}
            value={parts.object[end]}
            onChange={(year) => parts.set(end, year)}
            read={readWhole}
            show={showNumber}
          />
        ))}
      </div>
    </FormGroup>
  );
}
