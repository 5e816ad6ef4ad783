import { useId } from 'react';
import styles from './choice.module.css';
import { classes } from './classes.ts';
import { FormGroup } from './form-group.tsx';
import { ChoiceNote, type ChoiceProps } from './radio-tiles.tsx';

/** A question answered by one of some lines, each with room for a reason. */
export function RadioRows<V extends string>({
  choices,
  value,
  onChoose,
  name,
  ...group
}: ChoiceProps<V>) {
  const made = useId();
  return (
    <FormGroup {...group}>
      <div className={styles['rows']}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes(styles['option'], styles['row'])}>
            <input
              type="radio"
              className={styles['dot']}
              name={name ?? made}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.shutBecause !== undefined}
              onChange={() => onChoose(choice.value)}
            />
            <span className={styles['words']}>
              <span>{choice.label}</span>
              <ChoiceNote choice={choice} />
            </span>
          </label>
        ))}
      </div>
    </FormGroup>
  );
}
