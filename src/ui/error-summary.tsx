import { type MouseEvent, useEffect, useRef } from 'react';
import { useWords } from '#i18n/use-words.ts';
import styles from './error-summary.module.css';

export interface Problem {
  /** Id of the control or FormGroup to go to. */
  readonly fieldId: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly problems: readonly Problem[];
  /** Counts the tries to save: each new one with problems brings the focus here again. */
  readonly attempt: number;
}

const goTo = (event: MouseEvent<HTMLAnchorElement>, id: string) => {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
};

/** What needs a change, on top of the form, with the way to each. Nothing while all is well. */
export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const t = useWords('common');
  const box = useRef<HTMLDivElement>(null);
  const any = problems.length > 0;
  useEffect(() => {
    if (any && attempt > 0) box.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles['summary']}>
      <h2>{t('form.problems', { count: problems.length })}</h2>
      <ul className={styles['list']}>
        {problems.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`} onClick={(event) => goTo(event, fieldId)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
