import type { ReactNode } from 'react';
import { FormGroup } from '#ui/form-group.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { useIssueWords } from '../use-issue-words.ts';
import styles from './controls.module.css';

interface PartsGroupProps {
  /** Those of the control whose value has the parts. */
  readonly of: ControlProps;
  /** `pair`: two short ones beside each other. */
  readonly as?: 'parts' | 'pair';
  readonly children: ReactNode;
}

/** The frame around the parts of one value: its name, its hint, and what is wrong with it as a whole. */
export function PartsGroup({ of, as = 'parts', children }: PartsGroupProps) {
  const say = useIssueWords();
  return (
    <FormGroup id={of.id} legend={of.label} hint={of.hint} error={say(messageAt(of.issues, ''))}>
      <div className={styles[as]}>{children}</div>
    </FormGroup>
  );
}
