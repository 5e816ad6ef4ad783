import type { ComponentProps, ReactNode } from 'react';
import styles from './field.module.css';
import { controlClass, Field, type FieldWords } from './field.tsx';
import { ChevronDown } from './icons.ts';

interface SelectProps extends FieldWords, Omit<ComponentProps<'select'>, 'onChange'> {
  readonly onChoose?: (value: string) => void;
  readonly after?: ReactNode;
}

/**
 * The phone's own picker, with `<option>` and `<optgroup>` as children. Without `multiple` its role
 * is combobox, so it also is the "Type" of Add.
 */
export function Select({
  label,
  hint,
  error,
  hideLabel,
  id,
  after,
  onChoose,
  children,
  ...rest
}: SelectProps) {
  const words = { label, hint, error, hideLabel: !!hideLabel, id, after };
  return (
    <Field {...words}>
      {(attributes) => (
        <div className={styles['boxed']}>
          <select
            {...rest}
            {...attributes}
            className={controlClass(styles['select'])}
            onChange={(event) => onChoose?.(event.currentTarget.value)}
          >
            {children}
          </select>
          <span className={styles['tail']}>
            <ChevronDown aria-hidden size={22} />
          </span>
        </div>
      )}
    </Field>
  );
}
