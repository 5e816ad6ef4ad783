import { type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { ChipButton, ChipStrip } from '#ui/chip.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Plus, X } from '#ui/icons.ts';
import { TextField } from '#ui/text-field.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageWithin } from '../issues.ts';
import { asTexts, listOrNothing } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';
import styles from './controls.module.css';

const sameWord = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

/** Short phrases, one by one: Enter adds, each chip takes its own away. */
export function WordList({ id, label, hint, value, onChange, issues }: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const group = useRef<HTMLDivElement>(null);
  const words = asTexts(value);
  const add = () => {
    const word = typed.normalize('NFC').trim();
    setTyped('');
    if (word === '' || words.some(sameWord(word))) return;
    onChange([...words, word]);
    setSaid(t('form.added', { name: word }));
  };
  const remove = (word: string) => {
    onChange(listOrNothing(words.filter((other) => other !== word)));
    setSaid(t('form.removed', { name: word }));
    group.current?.querySelector('input')?.focus();
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <FormGroup legend={label} hint={hint}>
      <div ref={group} className={styles['words']}>
        {words.length > 0 && (
          <ChipStrip>
            {words.map((word) => (
              <ChipButton
                key={word}
                icon={X}
                aria-label={t('form.remove', { name: word })}
                onClick={() => remove(word)}
              >
                {word}
              </ChipButton>
            ))}
          </ChipStrip>
        )}
        <div className={styles['adding']}>
          <TextField
            id={id}
            label={label}
            hideLabel
            hint={t('form.wordsHint')}
            error={say(messageWithin(issues, ''))}
            value={typed}
            onText={setTyped}
            onKeyDown={byKey}
            onBlur={add}
            enterKeyHint="enter"
            autoComplete="off"
          />
          <Button look="plain" icon={Plus} onClick={add}>
            {t('form.add')}
          </Button>
        </div>
        <VisuallyHidden role="status">{said}</VisuallyHidden>
      </div>
    </FormGroup>
  );
}
