import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { commonLanguages, moreLanguages, useLanguageNames } from '../language-names.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';

/** One language: those most spoken here first, then all by name. */
export function LanguageChoice({ id, label, hint, value, onChange, issues }: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const nameOf = useLanguageNames();
  const chosen = asText(value);
  const byName = [...moreLanguages].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const codes = [...new Set([...commonLanguages, ...byName, ...(chosen ? [chosen] : [])])];
  return (
    <Select
      id={id}
      label={label}
      hint={hint}
      error={say(messageWithin(issues, ''))}
      value={chosen}
      onChoose={(code) => onChange(textOrNothing(code))}
    >
      <option value="">{t('form.notSaid')}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
    </Select>
  );
}
