import { type ReactNode, useId } from 'react';
import styles from './choice.module.css';
import { classes } from './classes.ts';
import { FormGroup, type GroupWords } from './form-group.tsx';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly picture?: ReactNode;
  readonly note?: ReactNode;
  /** Why it can't be chosen; while given, it is shown and shut. */
  readonly shutBecause?: string | undefined;
}

export interface ChoiceProps<V extends string> extends GroupWords {
  readonly choices: readonly Choice<V>[];
  readonly value: V | undefined;
  readonly onChoose: (value: V) => void;
  /** Shared name of the radios; made up when not given. */
  readonly name?: string;
}

interface TilesProps<V extends string> extends ChoiceProps<V> {
  /** How many beside each other where there is room; fewer when words grow. */
  readonly columns?: 2 | 3;
}

/** A question answered by one big tile: native radios, so arrows rove and forms work. */
export function RadioTiles<V extends string>({
  choices,
  value,
  onChoose,
  name,
  columns = 3,
  ...group
}: TilesProps<V>) {
  const made = useId();
  return (
    <FormGroup {...group}>
      <div className={classes(styles['tiles'], columns === 2 && styles['two'])}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes(styles['option'], styles['tile'])}>
            <input
              type="radio"
              className={styles['cover']}
              name={name ?? made}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.shutBecause !== undefined}
              onChange={() => onChoose(choice.value)}
            />
            {choice.picture}
            <span>{choice.label}</span>
            <ChoiceNote choice={choice} />
          </label>
        ))}
      </div>
    </FormGroup>
  );
}

export function ChoiceNote<V extends string>({ choice }: { readonly choice: Choice<V> }) {
  const note = choice.shutBecause ?? choice.note;
  return note ? <span className={styles['note']}> {note}</span> : null;
}
