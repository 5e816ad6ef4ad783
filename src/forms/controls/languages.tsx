import { useWords } from '#i18n/use-words.ts';
import { CheckChip } from '#ui/check-chip.tsx';
import { ChipStrip } from '#ui/chip.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Select } from '#ui/select.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { commonLanguages, moreLanguages, useLanguageNames } from '../language-names.ts';
import { asTexts, listOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';
import styles from './controls.module.css';

export function LanguageChoices({ id, label, hint, value, onChange, issues }: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const nameOf = useLanguageNames();
  const spoken = asTexts(value);
  const shown = [...new Set([...commonLanguages, ...spoken])];
  const others = moreLanguages.filter((code) => !shown.includes(code));
  const byName = [...others].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const toggle = (code: string, on: boolean) => {
    const rest = spoken.filter((other) => other !== code);
    onChange(listOrNothing(on ? [...rest, code] : rest));
  };
  return (
    <FormGroup id={id} legend={label} hint={hint} error={say(messageWithin(issues, ''))}>
      <div className={styles['parts']}>
        <ChipStrip>
          {shown.map((code) => (
            <CheckChip
              key={code}
              label={nameOf(code)}
              checked={spoken.includes(code)}
              onCheck={(on) => toggle(code, on)}
            />
          ))}
        </ChipStrip>
        <Select label={t('languages.more')} value="" onChoose={(code) => toggle(code, code !== '')}>
          <option value="">{t('languages.pick')}</option>
          {byName.map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </Select>
      </div>
    </FormGroup>
  );
}
