import { type FocusEvent, useEffect, useRef } from 'react';
import { ids } from './problems.ts';
import type { AnswerBook } from './use-answers.ts';

const controlFor = (id: string): HTMLElement | null =>
  document.getElementById(id)?.closest<HTMLElement>('input, select, textarea') ??
  document.querySelector<HTMLElement>(
    `#${CSS.escape(id)} :is(:checked, button[aria-pressed=true])`,
  );

/** After the tab was killed the person is on the same question again, not at the top. */
export function useReturnToQuestion(
  { latest, put }: AnswerBook,
  wasRestored: boolean,
): (event: FocusEvent<HTMLElement>) => void {
  const start = useRef(wasRestored ? latest.current.at : '');
  useEffect(() => {
    if (start.current === '') return;
    const control = controlFor(start.current);
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  }, []);
  return (event) => {
    const known = Object.values(ids).map((id) => `#${id}`);
    const at = event.target.closest(known.join(','))?.id;
    if (at && at !== latest.current.at) put({ at });
  };
}
