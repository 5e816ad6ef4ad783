import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { accessQuestions } from '../access-questions.ts';
import type { ControlProps } from '../control-props.ts';
import { asText } from '../read-json.ts';
import { useParts } from '../use-parts.ts';
import { PartsGroup } from './parts-group.tsx';

/** One short question each; not known and not asked are the same to whoever reads it. */
export function AccessParts(props: ControlProps) {
  const t = useWords('fields');
  const parts = useParts(props);
  return (
    <PartsGroup of={props}>
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
              {t.find(`access.${question}.options.${answer}`) ?? t.find(`access.options.${answer}`)}
            </option>
          ))}
        </Select>
      ))}
      <TextArea
        label={t('access.detail.label')}
        hint={t('access.detail.hint')}
        {...parts.text('detail')}
      />
    </PartsGroup>
  );
}

const answersTo = (question: (typeof accessQuestions)[number]): readonly string[] =>
  question === 'wheelchair' ? ['unknown', 'yes', 'limited', 'no'] : ['unknown', 'yes', 'no'];
