import { type ReactNode, useId } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { classes } from './classes.ts';
import styles from './field.module.css';
import { TriangleAlert } from './icons.ts';
import hiding from './visually-hidden.module.css';

/** What every field shows besides its control. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: ReactNode;
  /** A sentence that says what to do; the field is marked invalid while it is there. */
  readonly error?: string | undefined;
  /** The label is read out but not drawn, where the screen says the same beside it. */
  readonly hideLabel?: boolean;
}

export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldWords {
  readonly id?: string | undefined;
  readonly after?: ReactNode;
  readonly children: (attributes: ControlAttributes) => ReactNode;
}

/** Label, hint and error around one control, tied to it for screen readers. */
export function Field({ label, hint, error, hideLabel, id, after, children }: FieldProps) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles['field']}>
      <label htmlFor={own} className={hideLabel ? hiding['hidden'] : styles['label']}>
        {label}
      </label>
      {hint && <FieldHint id={`${own}-hint`}>{hint}</FieldHint>}
      {error && <FieldError id={`${own}-error`} message={error} />}
      {children({
        id: own,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {after}
    </div>
  );
}

export const controlClass = (...extra: readonly (string | false | undefined)[]): string =>
  classes(styles['control'], ...extra);

export function FieldHint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={id} className={styles['hint']}>
      {children}
    </div>
  );
}

export function FieldError({ id, message }: { readonly id: string; readonly message: string }) {
  const t = useWords('common');
  const [before = '', after = ''] = t('form.errorPrefix', { message: '\u0000' }).split('\u0000');
  return (
    <div id={id} className={styles['error']}>
      <TriangleAlert aria-hidden size={20} />
      <span>
        <span className={hiding['hidden']}>{before}</span>
        {message}
        {after}
      </span>
    </div>
  );
}

/** What is typed decides its own direction; while nothing is, the page's does (and the placeholder's). */
export const writingDirection = (value: unknown): 'auto' | undefined =>
  value === '' || value === undefined ? undefined : 'auto';
