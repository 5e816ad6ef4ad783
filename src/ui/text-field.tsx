import type { ComponentProps, ReactNode } from 'react';
import { controlClass, Field, type FieldWords, writingDirection } from './field.tsx';

interface TextFieldProps extends FieldWords, Omit<ComponentProps<'input'>, 'onChange'> {
  readonly onText?: (text: string) => void;
  /** Shown under the control: what was guessed, what is kept. */
  readonly after?: ReactNode;
}

/** One line of text; `type`, `inputMode`, `autoComplete` and the rest go to the native input. */
export function TextField({
  label,
  hint,
  error,
  hideLabel,
  id,
  after,
  onText,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const words = { label, hint, error, hideLabel: !!hideLabel, id, after };
  return (
    <Field {...words}>
      {(attributes) => (
        <input
          // What is typed here is of neighbours: no browser is to keep it in a list of its own.
          autoComplete="off"
          {...rest}
          {...attributes}
          type={type}
          dir={rest.dir ?? writingDirection(rest.value)}
          className={controlClass()}
          onChange={(event) => onText?.(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
