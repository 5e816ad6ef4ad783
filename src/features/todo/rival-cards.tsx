import type { AnyRecord } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useValueWords } from '#forms/facts/value-words.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { AskRow } from '#services/use-asks.ts';
import { useRows } from '#services/use-rows.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Check } from '#ui/icons.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { cardOf } from './card-of.ts';
import { idsIn } from './ids-in.ts';
import styles from './todo.module.css';
import type { Keeping } from './use-keeping.ts';

type Rival = AskRow['rivals'][number];

interface RivalCardsProps {
  readonly ask: AskRow;
  readonly own: ReadonlySet<string>;
  readonly onKeep: Keeping['keep'];
  readonly record: AnyRecord;
  readonly row: ThingRow;
}

/** What each of them said, who and when, with the way to keep it. */
export function RivalCards({ ask, own, onKeep, record, row }: RivalCardsProps) {
  const { now } = useServices();
  const known = useRows(idsIn(ask.rivals)).filter((each) => each !== undefined);
  const thingOf = (id: string) => {
    const named = known.find((each) => each.id === id);
    return named && { name: named.name, href: cardOf(named) };
  };
  const tell = useValueWords({ record, now: now(), thingOf });
  return (
    <ul className={styles['rivals']}>
      {ask.rivals.map((rival, index) => (
        <li key={rival.stamp} className={styles['rival']}>
          <div className={styles['said']}>
            {tell(ask.field, rival.value).map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no life of their own
              <div key={i}>{line}</div>
            ))}
          </div>
          <SaidBy rival={rival} isOwn={own.has(rival.by)} holds={index === 0} />
          <Keep ask={ask} rival={rival} name={row.name} onKeep={onKeep} />
        </li>
      ))}
    </ul>
  );
}

interface SaidByProps {
  readonly rival: Rival;
  readonly isOwn: boolean;
  readonly holds: boolean;
}

function SaidBy({ rival: { at }, isOwn, holds }: SaidByProps) {
  const t = useWords('todo');
  const formats = useFormats();
  const when = { age: formats.age(at), day: formats.day(at), time: formats.time(at) };
  return (
    <p className={styles['by']}>
      {t(isOwn ? 'asks.byYou' : 'asks.byOther', when)}
      {holds && <span className={styles['now']}>{t('asks.now')}</span>}
    </p>
  );
}

interface KeepProps {
  readonly ask: AskRow;
  readonly rival: Rival;
  readonly name: string;
  readonly onKeep: Keeping['keep'];
}

function Keep({ ask, rival, name, onKeep }: KeepProps) {
  const t = useWords('todo');
  const words = useFieldWords(ask.type);
  const formats = useFormats();
  const which = {
    name,
    field: words.label(ask.field),
    day: formats.day(rival.at),
    time: formats.time(rival.at),
  };
  return (
    <Button icon={Check} onClick={() => void onKeep(ask, rival, name)}>
      {t('asks.keep')}
      <VisuallyHidden> {t('asks.keepWhich', which)}</VisuallyHidden>
    </Button>
  );
}
