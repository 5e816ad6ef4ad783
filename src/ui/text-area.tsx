import type { ComponentProps, ReactNode } from 'react';
import styles from './field.module.css';
import { controlClass, Field, type FieldWords, writingDirection } from './field.tsx';

interface TextAreaProps extends FieldWords, Omit<ComponentProps<'textarea'>, 'onChange'> {
  readonly onText?: (text: string) => void;
  readonly after?: ReactNode;
}

/** Text of several lines; it grows with what is written. */
export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  id,
  after,
  onText,
  ...rest
}: TextAreaProps) {
  const words = { label, hint, error, hideLabel: !!hideLabel, id, after };
  return (
    <Field {...words}>
      {(attributes) => (
        <textarea
          rows={3}
          dir={writingDirection(rest.value)}
          {...rest}
          {...attributes}
          className={controlClass(styles['area'])}
          onChange={(event) => onText?.(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
