import { type ReactNode, useEffect, useState } from 'react';
import { useParams } from 'wouter';
import type { AnyRecord } from '#domain/record/record.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Change } from '#services/book.ts';
import { useBook, useServices } from '#services/use-services.ts';
import { type Thing, useThing } from '#services/use-thing.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { History, RotateCcw } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import { Page } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import styles from './card.module.css';
import { leavePart } from './go-to.ts';
import { NoCard } from './no-card.tsx';
import { NotDone } from './not-done.tsx';
import { actsOf, type PastValue, pastValues } from './past-values.ts';
import { usePastWords } from './past-words.tsx';
import { type Doing, useDoing } from './use-doing.ts';
import { useThingNames } from './use-thing-names.ts';

/** How a card came to be as it is, newest first, with the way back to what it said before. */
export function HistoryScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const thing = useThing(id);
  if (!thing) return null;
  return thing === 'missing' ? <NoCard key={id} id={id} /> : <CardHistory key={id} thing={thing} />;
}

/** Read again whenever the record moves, here or in another tab. */
function useChanges({ row, read }: Thing): readonly Change[] | undefined {
  const book = useBook();
  const [changes, setChanges] = useState<readonly Change[]>();
  const { id, type } = row;
  useEffect(() => {
    if (!read) return undefined;
    let current = true;
    void book.history({ id, type }).then((found) => {
      if (current) setChanges(found);
    });
    return () => {
      current = false;
    };
  }, [book, id, type, read]);
  return changes;
}

function CardHistory({ thing }: { readonly thing: Thing }) {
  const t = useWords('card');
  const doing = useDoing();
  const changes = useChanges(thing);
  const record = thing.read?.record;
  const lines = changes && record ? pastValues(changes, record) : undefined;
  return (
    <Page>
      <TopBar
        title={t('history.title', { name: thing.row.name })}
        onBack={() => leavePart(thing.row.id)}
      />
      <NotDone failure={doing.failure} />
      {lines?.length === 0 && <EmptyState icon={History} question={t('history.none')} />}
      {lines && record && <Past lines={lines} record={record} doing={doing} />}
    </Page>
  );
}

interface PastProps {
  readonly lines: readonly PastValue[];
  readonly record: AnyRecord;
  readonly doing: Doing;
}

function Past({ lines, record, doing }: PastProps) {
  const t = useWords('card');
  const { now } = useServices();
  const formats = useFormats();
  const words = useFieldWords(record.type);
  const thingOf = useThingNames(record);
  const tell = usePastWords({ record, now: now(), thingOf });
  const when = (at: number) =>
    t('history.when', { age: formats.age(at), day: formats.day(at), time: formats.time(at) });
  return (
    <List aria-label={t('actions.history')}>
      {actsOf(lines).map((act) => (
        <li key={act.at}>
          <Card className={styles['past'] ?? ''}>
            <h2 className={styles['when']}>{when(act.at)}</h2>
            {act.lines.map((line) => (
              <PastLine
                key={line.key}
                line={line}
                label={words.label(line.field)}
                said={tell(line)}
              >
                {line.canPutBack && (
                  <PutBack
                    line={line}
                    label={words.label(line.field)}
                    said={plainWords(tell(line))}
                    record={record}
                    doing={doing}
                  />
                )}
              </PastLine>
            ))}
          </Card>
        </li>
      ))}
    </List>
  );
}

interface PastLineProps {
  readonly line: PastValue;
  readonly label: string;
  readonly said: readonly ReactNode[];
  readonly children: ReactNode;
}

function PastLine({ line, label, said, children }: PastLineProps) {
  const t = useWords('card');
  return (
    <div className={styles['pastLine']}>
      <h3 className={styles['pastLabel']}>
        {label}
        {line.current && <span className={styles['now']}>{t('history.now')}</span>}
      </h3>
      <div className={styles['pastSaid']}>
        {said.map((each, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no life of their own
          <div key={i}>{each}</div>
        ))}
      </div>
      {children}
    </div>
  );
}

interface PutBackProps {
  readonly line: PastValue;
  readonly label: string;
  readonly said: string;
  readonly record: AnyRecord;
  readonly doing: Doing;
}

const plainWords = (said: readonly ReactNode[]): string =>
  said.filter((each) => typeof each === 'string').join(', ');

function PutBack({ line, label, said, record, doing }: PutBackProps) {
  const t = useWords('card');
  const common = useWords('common');
  const book = useBook();
  const { type, id } = record;
  const putBack = () =>
    void doing.run(
      () => book.putBack({ type, id }, line.field, line.value),
      t('done.putBack', { field: label }),
    );
  return (
    <div>
      <Button
        size="small"
        look="plain"
        icon={RotateCcw}
        aria-label={t('history.putBack', { field: label, words: said })}
        onClick={putBack}
      >
        {common('do.putBack')}
      </Button>
    </div>
  );
}
