import { type ReactNode, useId } from 'react';
import { FieldError, FieldHint } from './field.tsx';
import styles from './group.module.css';
import hiding from './visually-hidden.module.css';

export interface GroupWords {
  /** The question the group answers; its accessible name. */
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly hideLegend?: boolean;
  /** For the error summary to jump to. */
  readonly id?: string | undefined;
}

/** Fieldset and legend around controls that answer one question. */
export function FormGroup({
  legend,
  hint,
  error,
  hideLegend,
  id,
  children,
}: GroupWords & { readonly children: ReactNode }) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={own}
      tabIndex={-1}
      className={styles['group']}
      aria-describedby={described || undefined}
    >
      <legend className={hideLegend ? hiding['hidden'] : styles['legend']}>{legend}</legend>
      {(hint || error) && (
        <div className={styles['before']}>
          {hint && <FieldHint id={`${own}-hint`}>{hint}</FieldHint>}
          {error && <FieldError id={`${own}-error`} message={error} />}
        </div>
      )}
      {children}
    </fieldset>
  );
}
