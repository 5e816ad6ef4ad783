import type { ThingRow } from '#domain/record/thing-row.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Thing } from '#services/use-thing.ts';
import { classes } from '#ui/classes.ts';
import { CircleCheck, CircleQuestionMark } from '#ui/icons.ts';
import styles from './card.module.css';
import { isDue } from './is-due.ts';

/** Whose word it is: those who said "still true", and who wrote it down at first hand. */
function peopleWhoSaidSo({ confirmations, read }: Thing): number {
  const recorder = read?.record.createdBy;
  const imported = read?.record.source?.kind.startsWith('import') ?? false;
  const all = confirmations.map(({ by }) => by);
  return new Set(recorder && !imported ? [...all, recorder] : all).size;
}

function useStatusWords(): (thing: Thing, now: number) => string {
  const t = useWords('card');
  const kinds = useWords('kinds');
  const formats = useFormats();
  const confirmed = (row: ThingRow, count: number) =>
    row.confirmedOn && t('status.confirmedBy', { count, age: formats.age(row.confirmedOn) });
  return (thing, now) => {
    const { row } = thing;
    if (row.status === 'unconfirmed') return t('status.unconfirmed');
    const said = confirmed(row, Math.max(1, peopleWhoSaidSo(thing)));
    const isPlain = row.status === 'active' && said;
    const rests = isPlain ? undefined : kinds(`status.${row.status}.label`);
    return [rests, said, isDue(row, now) && t('status.due')].filter(Boolean).join(' · ');
  };
}

/** Stitched round what nobody has confirmed yet, whole round what someone stands for. */
export function StatusLine({ thing, now }: { readonly thing: Thing; readonly now: number }) {
  const words = useStatusWords()(thing, now);
  const isStitched = thing.row.status === 'unconfirmed';
  const Picture = isStitched ? CircleQuestionMark : CircleCheck;
  if (words === '') return null;
  return (
    <span className={classes(styles['status'], isStitched && styles['stitched'])}>
      <Picture aria-hidden size={18} />
      <span>{words}</span>
    </span>
  );
}
