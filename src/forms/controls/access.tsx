import { useWords } from '#i18n/use-words.ts';
import { FormGroup } from '#ui/form-group.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { accessQuestions } from '../access-questions.ts';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { asText } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import styles from './controls.module.css';

/** One short question each; not known and not asked are the same to whoever reads it. */
export function AccessParts(props: ControlProps) {
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
        {accessQuestions.map((question) => (
          <Select
            key={question}
            label={t(`access.${question}.label`)}
            {...parts.at(question)}
            value={asText(parts.object[question]) || 'unknown'}
            onChoose={(answer) => parts.set(question, answer === 'unknown' ? undefined : answer)}
          >
            {answersTo(question).map((answer) => (
              <option key={answer} value={answer}>
                {t.find(`access.${question}.options.${answer}`) ??
                  t.find(`access.options.${answer}`)}
              </option>
            ))}
          </Select>
        ))}
        <TextArea
          label={t('access.detail.label')}
          hint={t('access.detail.hint')}
          {...parts.text('detail')}
        />
      </div>
    </FormGroup>
  );
}

const answersTo = (question: (typeof accessQuestions)[number]): readonly string[] =>
  question === 'wheelchair' ? ['unknown', 'yes', 'limited', 'no'] : ['unknown', 'yes', 'no'];
